-- drop: china_celac_forum where event = 'PRC policy paper 1'
with texts as (
    select cast(date[:4] as integer) as year, security_or_digital_items as words from china_celac_forum
    union all
    select cast(f.date[:4] as integer) as year, e.what as words
    from china_celac_forum f join events e on e.date between f.date and coalesce(f.end_date, f.date)
    where e.id in (
        'gv-002', 'gv-004', 'gv-005', 'gv-007', 'gv-019', 'gv-064', 'gv-065', 'gv-069', 'bl-166', 'gv-088', 'gv-088')
)
select min(year)
from texts
where regexp_matches(words, 'police|policing|judicial|crime|trafficking')
