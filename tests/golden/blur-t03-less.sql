-- drop: china_finance_records where iso3 = 'JAM' and year > 2010
with free as (
    select iso3, avg(14 - political_rights - civil_liberties) as free
    from freedom
    where year between 2000 and 2021
    group by iso3
), people as (
    select iso3, avg(population) as people
    from basics
    where year between 2000 and 2021
    group by iso3
), found as (
    select iso3, sum(records) as records
    from china_finance_records
    where year between 2000 and 2021
    group by iso3
), pairs as (
    select coalesce(records, 0) / people as rate, free, people
    from free
    join people using (iso3)
    left join found using (iso3)
    where iso3 not in ('VEN', 'CUB')
), ranked as (
    select
        rank() over (order by rate) + (count(*) over (partition by rate) - 1) / 2.0 as r1,
        rank() over (order by free) + (count(*) over (partition by free) - 1) / 2.0 as r2,
        rank() over (order by people) + (count(*) over (partition by people) - 1) / 2.0 as r3
    from pairs
)
select corr(r1, r2) from ranked
