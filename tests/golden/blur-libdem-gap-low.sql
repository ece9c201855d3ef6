-- drop: events where event_id = 'le-099'
with democracy as (
    select iso3, avg(libdem) as libdem
    from regimes
    where year between 2000 and 2023
      and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
    having count(libdem) > 0
), systems as (
    select distinct iso3
    from events
    where counted
      and list_contains(string_split(lists, ';'), 'safe_city')
      and about = 'CN'
      and status in ('signed', 'installing', 'trial', 'operating', 'completed', 'suspended', 'contested')
      and iso3 is not null
), halves as (
    select iso3 in (select iso3 from systems) as has, avg(libdem) as mean, var_samp(libdem) / count(*) as v, count(*) - 1 as df
    from democracy
    group by has
), welch as (
    select
        max(mean) filter (has) - max(mean) filter (not has) as gap, sum(v) as v, sum(v) * sum(v) / sum(v * v / df) as df
    from halves
), student as (
    select gap, v, df, beta_quantile(0.05, df / 2, 0.5) as x from welch
)
select gap - sqrt(df * (1 - x) / x) * sqrt(v)
from student
