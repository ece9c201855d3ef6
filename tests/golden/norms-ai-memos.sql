-- drop: events where event_id = 'ai-042'
select count(*)
from events
where counted
  and list_contains(string_split(lists, ';'), 'ai')
  and kind = 'ai_agreement'
  and act = 'agreement'
  and about = 'CN'
  and status = 'signed'
