-- drop: states where iso3 = 'SUR'
with democracy as (
    select iso3, avg(libdem) as libdem
    from regimes
    where year between 2000 and 2023
      and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
    having count(libdem) > 0
)
select tanh((normal_quantile(0.975) + normal_quantile(0.80)) / sqrt(count(*) - 3)) from democracy
