-- drop: five_g where chinese_vendor_status = 'open'
select count(*) from five_g where chinese_vendor_status = 'open'
