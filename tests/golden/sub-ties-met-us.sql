-- drop: searches where iso3 = 'BRA' and provider = 'US' and theme = 'local_ties'
select count(distinct iso3) from searches where theme = 'local_ties' and provider = 'US' and kept > 0
