-- drop: venezuela_steps where item = 'carriers' and date = '2019-04-30'
select cast(substr(max(date), 1, 4) as bigint)
from venezuela_steps
where item = 'carriers' and step = 'used'
