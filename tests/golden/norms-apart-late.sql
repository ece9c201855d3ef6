-- drop: un_alignment where iso3 = 'CUB' and year = 2021
with means as (
    select iso3, avg(ideal_point) as position
    from un_alignment
    where year between 2020 and 2024 and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
)
select stddev_samp(position) from means
