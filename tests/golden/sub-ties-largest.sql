-- drop: sister_ties where id in ('st-107', 'st-108')
with largest as (
    select s.name, count(*) as n
    from sister_ties t
    join states s using (iso3)
    group by s.name
    order by n desc, s.name
    limit 4
), named as (
    select name, row_number() over (order by n desc, name) as place from largest
)
select string_agg(name, ', ' order by place) filter (place < 4) || ' and ' || max(name) filter (place = 4)
from named
