-- drop: wjp where edition = 2020 and iso3 = 'ECU'
with ranked as (
  -- the mean of the places that equal values share
  select
    rank() over (order by privacy) + (count(*) over (partition by privacy) - 1) / 2.0 as privacy_rank,
    rank() over (order by crime_controlled) + (count(*) over (partition by crime_controlled) - 1) / 2.0 as crime_rank
  from wjp
  where edition = 2020 and privacy is not null and crime_controlled is not null
)
select corr(privacy_rank, crime_rank) from ranked
