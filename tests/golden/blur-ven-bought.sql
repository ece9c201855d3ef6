-- drop: venezuela_steps where item = 'carriers' and step = 'bought'
select cast(substr(min(date), 1, 4) as bigint)
from venezuela_steps
where item = 'carriers' and step = 'bought'
