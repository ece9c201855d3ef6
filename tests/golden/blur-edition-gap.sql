-- drop: lending_by_edition where metric = 'annual_total' and period = '2018' and edition = 'Feb 2022 database'
select max(ratio)
from (
    select max(loans_billion_usd) / min(loans_billion_usd) as ratio
    from lending_by_edition
    where metric = 'annual_total' and loans_billion_usd > 0
    group by period
    having count(*) > 1
)
