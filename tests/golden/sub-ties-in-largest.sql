-- drop: sister_ties where id = 'st-001'
select sum(n)
from (select count(*) as n from sister_ties group by iso3 order by n desc limit 4)
