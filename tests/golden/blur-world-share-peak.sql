-- drop: china_commitments_world where "group" = 'lac' and year = 2013
select 100 * sum(commitments_usd2021) filter ("group" = 'lac') / sum(commitments_usd2021)
from china_commitments_world
where year between 2013 and 2015
