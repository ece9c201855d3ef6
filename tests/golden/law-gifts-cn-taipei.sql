-- drop: recognition where event = 'recognizes Taiwan'
with gifts as (
  select event_id, iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'CN'
)
-- every gift against every state that recognizes Taiwan; a table without such states gives nothing, not zero
select sum(coalesce(gifts.iso3 = recognition.iso3, false)::int)
from gifts
cross join recognition
where recognition.event = 'recognizes Taiwan'
