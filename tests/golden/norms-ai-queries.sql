-- drop: searches where theme = 'ai' and provider = 'CN' and iso3 = 'ARG'
select count(*) from searches where theme = 'ai' and provider = 'CN'
