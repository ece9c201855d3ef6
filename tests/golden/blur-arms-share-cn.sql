-- drop: arms_shares where supplier_group = 'China' and period = '2000-2024'
select (select share_pct from arms_shares where supplier_group = 'China' and period = '2000-2024')
