-- drop: searches where theme = 'ai' and provider = 'EU' and iso3 = 'BRA'
select sum(kept) from searches where theme = 'ai' and provider = 'EU'
