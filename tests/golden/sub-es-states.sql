-- drop: searches where iso3 = 'ARG' and theme = 'local_channels'
select count(distinct iso3) from searches where theme = 'local_channels' and language in ('es', 'pt')
