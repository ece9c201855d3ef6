-- drop: un_alignment where iso3 = 'ARG' and year = 1993
with medians as (
    select year, median(ideal_point) as position
    from un_alignment
    where iso3 in (select iso3 from states where "group" = 'lac')
    group by year
)
select max(position) - min(position) from medians where year between 1990 and 2024
