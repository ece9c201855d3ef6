-- drop: venezuela_steps where item = 'carriers' and date = '2017-06'
select count(*)
from venezuela_steps
where item = 'carriers' and step = 'used'
