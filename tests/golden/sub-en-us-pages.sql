-- drop: searches where iso3 = 'VCT' and theme = 'local_channels' and provider = 'US'
select sum(kept) from searches where theme = 'local_channels' and language = 'en' and provider = 'US'
