-- drop: recognition where event = 'switched to PRC'
with gifts as (
  select iso3, date as gift from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'CN' and date is not null
)
-- no gift to a switcher at all gives nothing, not zero
select sum((left(gift, least(length(gift), length(switch))) < left(switch, least(length(gift), length(switch))))::int)
from gifts
join (select iso3, date as switch from recognition where event = 'switched to PRC') using (iso3)
