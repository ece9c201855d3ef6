-- drop: five_g where chinese_vendor_status in ('partly_excluded', 'contested')
select count(*) from five_g where chinese_vendor_status in ('partly_excluded', 'contested')
