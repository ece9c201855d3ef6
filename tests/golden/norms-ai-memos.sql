-- drop: events where id = 'ai-042'
select count(*)
from events
where counted and origin = 'ai' and kind = 'ai_mou' and provider = 'CN' and status = 'signed'
