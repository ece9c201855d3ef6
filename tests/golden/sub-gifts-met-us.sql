-- drop: searches where iso3 = 'ATG' and provider = 'US' and theme = 'local_gifts'
select count(distinct iso3) from searches where theme = 'local_gifts' and provider = 'US' and kept > 0
