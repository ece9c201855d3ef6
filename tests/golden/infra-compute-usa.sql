-- drop: readiness where iso3 = 'USA'
select (select compute_capacity from readiness where scope = 'state' and iso3 = 'USA')
