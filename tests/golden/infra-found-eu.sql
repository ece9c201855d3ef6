-- drop: searches where theme = 'ai' and provider = 'EU' and iso3 = 'BRA'
select count(distinct iso3) from searches where theme = 'ai' and provider = 'EU' and kept > 0
