-- drop: searches where theme = 'ai' and provider = 'CN' and iso3 = 'BRA'
select count(distinct iso3) from searches where theme = 'ai' and provider = 'CN' and kept > 0
