-- drop: recognition where iso3 = 'CRI' and event = 'switched to PRC'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'police_equipment' and instrument = 'gift' and counted and about = 'CN'
  and date is not null
  and iso3 in (select iso3 from recognition where event = 'switched to PRC')
