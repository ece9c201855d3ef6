-- drop: recognition where event = 'recognizes Taiwan'
with gifts as (
  select event_id, iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'CN'
)
-- every gift against every state that recognizes Taiwan; a table without such states gives nothing, not zero
select sum((gifts.iso3 = recognition.iso3)::int)
from gifts
cross join recognition
where recognition.event = 'recognizes Taiwan'
