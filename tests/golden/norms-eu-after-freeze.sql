-- drop: events where event_id = 'gv-095'
select count(*)
from events
where counted
  and list_contains(string_split(lists, ';'), 'governance')
  and (about = 'EU' or about is null and provider = 'EU')
  and (kind in ('policy_text', 'partner_program') and act <> 'reaction' or kind = 'celac_forum' and act = 'visit')
  and date_precision in ('month', 'day')
  and date >= '2025-01-24'
