-- drop: searches where iso3 = 'DMA' and theme = 'local_channels' and provider = 'CN'
select sum(kept) from searches where theme = 'local_channels' and language = 'en' and provider = 'CN'
