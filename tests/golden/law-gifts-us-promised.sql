-- drop: events where event_id = 'le-227'
select count(*) from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'equipment_donation' and counted and provider = 'US' and status = 'announced'
