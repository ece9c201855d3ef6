-- drop: events where event_id = 'le-086'
with rows_of_both as (
  select kind in ('police_contact', 'police_training') and act in ('visit', 'training') as contact, kind = 'police_equipment' and instrument = 'gift' as gift
  from events
  where list_contains(string_split(lists, ';'), 'law_enforcement') and counted and about = 'CN'
    and date_basis is distinct from 'inferred'
    and length(date) >= 7 and left(date, 7) between '2009-01' and '2022-03'
)
select 100.0 * count(*) filter (where contact) / count(*) filter (where contact or gift)
from rows_of_both
