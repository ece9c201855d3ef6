-- drop: events where kind = 'police_equipment' and instrument = 'gift' and about = 'US' and date between '2021' and '2023-99'
with sorted as (
  select left(date, 4)::int as year, row_number() over (order by date) - 1 as place, count(*) over () as n
  from events
  where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'US'
    and iso3 is not null and date is not null and date_basis is distinct from 'inferred'
)
select max(year) from sorted where place = (n - 1) // 2
