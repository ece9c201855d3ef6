-- drop: five_g where chinese_vendor_status = 'excluded'
select count(*) from five_g where chinese_vendor_status = 'excluded'
