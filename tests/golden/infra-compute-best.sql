-- drop: readiness where iso3 = 'BRA'
select max(compute_capacity) from readiness where scope = 'state' and iso3 in (select iso3 from states where "group" = 'lac')
