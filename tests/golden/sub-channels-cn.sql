-- drop: searches where iso3 = 'URY' and provider = 'CN' and theme in ('local_ties', 'local_gifts', 'local_training')
select count(distinct iso3) from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'CN' and kept > 0
