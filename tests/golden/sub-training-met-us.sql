-- drop: searches where iso3 = 'ARG' and provider = 'US' and theme = 'local_training'
select count(distinct iso3) from searches where theme = 'local_training' and provider = 'US' and kept > 0
