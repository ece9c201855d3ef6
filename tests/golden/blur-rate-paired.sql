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
)
select count(*) from pairs
