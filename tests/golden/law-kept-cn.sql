-- drop: searches where theme = 'law_enforcement' and provider = 'CN' and iso3 = 'MEX' and language = 'es'
select sum(kept) from searches where theme = 'law_enforcement' and provider = 'CN'
