-- drop: arms_shares where supplier_group = 'China' and period = '2015-2019'
select (select share_pct from arms_shares where supplier_group = 'China' and period = '2015-2019')
