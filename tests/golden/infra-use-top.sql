-- drop: ai_use where iso3 = 'CRI'
select name
from ai_use join states using (iso3)
where iso3 not in ('CHN', 'USA')
order by q1_2026_pct desc
limit 1
