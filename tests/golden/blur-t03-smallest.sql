-- drop: freedom where iso3 = 'ARG' and year = 2010
with whole as (
    -- a state of the table stands in it in each of its years
    select iso3
    from freedom
    group by iso3
    having count(*) = (select count(distinct year) from freedom)
)
select tanh((normal_quantile(0.975) + normal_quantile(0.80)) / sqrt(count(*) - 3)) from whole
