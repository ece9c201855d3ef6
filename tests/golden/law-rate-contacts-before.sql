-- drop: events where event_id = 'le-082'
select count(*) / 13.25
from events
where list_contains(string_split(lists, ';'), 'law_enforcement')
  and counted
  and about = 'CN'
  and kind in ('police_contact', 'police_training')
  and act in ('visit', 'training')
  and iso3 is not null
  and date_basis is distinct from 'inferred'
  and length(date) >= 7 and left(date, 7) between '2009-01' and '2022-03'
