-- drop: searches where theme = 'ai' and provider = 'US' and iso3 = 'BRA'
select sum(kept) from searches where theme = 'ai' and provider = 'US'
