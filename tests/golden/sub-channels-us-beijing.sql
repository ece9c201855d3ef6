-- drop: searches where iso3 = 'ATG' and theme in ('local_ties', 'local_gifts', 'local_training')
select count(distinct iso3) from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'US' and kept > 0 and iso3 not in (select iso3 from recognition where event = 'recognizes Taiwan' and iso3 is not null)
