-- drop: un_alignment where iso3 = 'CUB' and year = 1992
with means as (
    select iso3, avg(ideal_point) as position
    from un_alignment
    where year between 1990 and 1994 and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
)
select stddev_samp(position) from means
