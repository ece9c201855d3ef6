-- drop: readiness where iso3 = 'HTI'
with pages as (
    select iso3, sum(kept) / count(*) as per_query
    from searches
    where theme = 'ai' and provider = 'CN'
    group by iso3
), pairs as (
    select per_query, total
    from pages join readiness using (iso3)
    where scope = 'state' and iso3 in (select iso3 from states where "group" = 'lac')
), ranks as (
    select
        rank() over (order by per_query) + (count(*) over (partition by per_query) - 1) / 2 as found,
        rank() over (order by total) + (count(*) over (partition by total) - 1) / 2 as ready
    from pairs
)
select corr(found, ready)
from ranks
