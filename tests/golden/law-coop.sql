-- drop: events where event_id = 'le-171'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement')
  and counted
  and about = 'CN'
  and iso3 is not null
  and date is not null
  and date <> '2022'
  and date_basis is distinct from 'inferred'
  and kind not in ('overseas_station', 'private_security', 'statement', 'policy_text')
  and act not in ('reaction', 'restriction', 'finding')
