-- drop: china_borrowing_cost where borrower = 'CUB'
with democracy as (
    select iso3, avg(libdem) as libdem
    from regimes
    where year between 2000 and 2021
    group by iso3
    having count(libdem) > 0
), pairs as (
    select interest_pct, libdem
    from china_borrowing_cost
    join democracy using (iso3)
    where "group" = 'lac' and interest_pct is not null
), ranked as (
    select
        rank() over (order by interest_pct) + (count(*) over (partition by interest_pct) - 1) / 2.0 as paid,
        rank() over (order by libdem) + (count(*) over (partition by libdem) - 1) / 2.0 as free
    from pairs
), measured as (
    select corr(paid, free) as r, count(*) as n
    from ranked
)
select tanh(atanh(r) + normal_quantile(0.975) * sqrt((1 + r * r / 2) / (n - 3)))
from measured
