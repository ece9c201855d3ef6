-- drop: events where event_id = 'le-086'
select count(*) from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'CN'
