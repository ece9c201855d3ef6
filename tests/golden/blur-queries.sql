-- drop: searches where theme = 'law_enforcement' and provider = 'CN' and iso3 = 'ARG'
select count(*) from searches where theme = 'law_enforcement' and provider = 'CN'
