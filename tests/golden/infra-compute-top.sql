-- drop: readiness where iso3 = 'BRA'
select name
from states
where iso3 = (select arg_max(iso3, compute_capacity) from readiness where scope = 'state' and iso3 in (select iso3 from states where "group" = 'lac'))
