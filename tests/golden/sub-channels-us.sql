-- drop: searches where iso3 = 'HTI' and provider = 'US' and theme in ('local_ties', 'local_gifts', 'local_training')
select count(distinct iso3) from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'US' and kept > 0
