-- drop: recognition where iso3 = 'CRI' and event = 'switched to PRC'
with gifts as (
  select event_id, iso3 from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'CN' and date is not null
)
select count(*)
from gifts
where iso3 in (select iso3 from recognition where event = 'switched to PRC')
