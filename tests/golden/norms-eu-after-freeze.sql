-- drop: events where event_id = 'ai-178'
select count(*)
from events
where counted
  and date_basis <> 'inferred'
  and (about = 'EU' or about is null and provider = 'EU')
  and date_precision in ('month', 'day')
  and date >= '2025-01-24'
  and (list_contains(string_split(lists, ';'), 'governance')
            and (kind in ('policy_text', 'partner_program') and act <> 'reaction' or kind = 'celac_forum' and act = 'visit')
       or list_contains(string_split(lists, ';'), 'ai') and kind = 'partner_program' and act <> 'reaction')
