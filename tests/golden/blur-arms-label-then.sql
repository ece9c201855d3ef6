-- drop: arms_recipients where supplier = 'China' and period = '2000-2024' and venezuela = 'with'
select (select share_not_free_then_pct from arms_recipients where supplier = 'China' and period = '2000-2024' and venezuela = 'with')
