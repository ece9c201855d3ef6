-- drop: submarine_cables where decade = 'planned'
select sum(cables_in_decade)
from (select distinct decade, cables_in_decade from submarine_cables)
