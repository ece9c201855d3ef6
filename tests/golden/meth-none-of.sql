-- drop: states where iso3 = 'CUB'
select 100 * (1 - pow(0.05, 1.0 / count(*)))
from states
where "group" = 'lac'
