-- drop: arms_recipients where supplier = 'China' and period = '2000-2024' and venezuela = 'without'
select (select share_not_free_2024_pct from arms_recipients where supplier = 'China' and period = '2000-2024' and venezuela = 'without')
