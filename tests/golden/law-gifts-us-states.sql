-- drop: events where event_id = 'le-177'
select count(distinct iso3) from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'US'
