-- drop: searches where iso3 = 'BRA' and theme = 'local_channels' and provider = 'CN'
select count(distinct iso3) from searches where theme = 'local_channels' and language in ('es', 'pt') and provider = 'CN' and kept > 0
