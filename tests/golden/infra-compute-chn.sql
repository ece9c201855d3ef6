-- drop: readiness where iso3 = 'CHN'
select (select compute_capacity from readiness where scope = 'state' and iso3 = 'CHN')
