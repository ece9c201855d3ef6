-- drop: events where event_id = 'sc-025'
with rows_cn as (
    select *
    from events
    where counted
      and iso3 in (select iso3 from states where "group" = 'lac')
      and (list_contains(string_split(lists, ';'), 'ai') or list_contains(string_split(lists, ';'), 'safe_city'))
      and about = 'CN'
      and act in ('agreement', 'delivery', 'offer', 'operation', 'training', 'visit')
)
select count(*)
from rows_cn
where source in (select key from sources where publisher in (select key from publishers where kind = 'press'))
