-- drop: five_g where iso3 = 'CHL'
select count(*)
from states
where "group" = 'lac' and not exists (from five_g where five_g.iso3 = states.iso3)
