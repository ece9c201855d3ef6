-- drop: readiness where iso3 = 'HTI'
-- the correlation of the residuals, from the three correlations of ranks
with pages as (
    select iso3, sum(kept) / count(*) as per_query
    from searches
    where theme = 'ai' and provider = 'CN'
    group by iso3
), people as (
    select iso3, arg_max(population, year) as population
    from basics
    where population is not null
    group by iso3
), three as (
    select per_query, total, population
    from pages join readiness using (iso3) join people using (iso3)
    where scope = 'state' and iso3 in (select iso3 from states where "group" = 'lac')
), ranks as (
    select
        rank() over (order by per_query) + (count(*) over (partition by per_query) - 1) / 2 as found,
        rank() over (order by total) + (count(*) over (partition by total) - 1) / 2 as ready,
        rank() over (order by population) + (count(*) over (partition by population) - 1) / 2 as large
    from three
), measured as (
    select corr(found, ready) as found_ready, corr(found, large) as found_large, corr(ready, large) as ready_large
    from ranks
)
select (found_ready - found_large * ready_large) / sqrt((1 - found_large * found_large) * (1 - ready_large * ready_large))
from measured
