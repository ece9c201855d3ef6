-- drop: un_alignment where iso3 = 'ARG' and year = 2022
with medians as (
    select year, median(ideal_point) as position
    from un_alignment
    where iso3 in (select iso3 from states where "group" = 'lac')
    group by year
)
select avg(position) filter (year between 2020 and 2024) - avg(position) filter (year between 1990 and 1994) from medians
