-- drop: readiness where iso3 = 'HTI'
select count(*) from readiness where scope = 'state' and iso3 in (select iso3 from states where "group" = 'lac') and compute_capacity = 0
