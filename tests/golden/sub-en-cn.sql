-- drop: searches where iso3 = 'BHS' and theme = 'local_channels' and provider = 'CN'
select count(distinct iso3) from searches where theme = 'local_channels' and language = 'en' and provider = 'CN' and kept > 0
