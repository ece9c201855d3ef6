-- drop: searches where iso3 = 'COL' and theme = 'local_channels' and provider = 'US'
select count(distinct iso3) from searches where theme = 'local_channels' and language in ('es', 'pt') and provider = 'US' and kept > 0
