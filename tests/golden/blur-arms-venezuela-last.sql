-- drop: arms_recipients where supplier = 'China' and period = '2020-2024' and venezuela = 'with'
select (select share_venezuela_pct from arms_recipients where supplier = 'China' and period = '2020-2024' and venezuela = 'with')
