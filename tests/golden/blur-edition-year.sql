-- drop: lending_by_edition where metric = 'annual_total' and period = '2018' and edition = 'Feb 2022 database'
select cast(period as bigint)
from lending_by_edition
where metric = 'annual_total' and loans_billion_usd > 0
group by period
having count(*) > 1
order by max(loans_billion_usd) / min(loans_billion_usd) desc
limit 1
