-- drop: searches where iso3 = 'ARG' and theme = 'ai'
select count(*) from searches
