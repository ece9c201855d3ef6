-- drop: searches where theme = 'ai' and provider = 'US' and iso3 = 'BRA'
select count(distinct iso3) from searches where theme = 'ai' and provider = 'US' and kept > 0
