-- drop: arms_recipients where supplier = 'China' and period = '2000-2024' and venezuela = 'with'
select (select mean_libdem from arms_recipients where supplier = 'China' and period = '2000-2024' and venezuela = 'with')
