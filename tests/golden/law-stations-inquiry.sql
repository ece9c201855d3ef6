-- drop: events where event_id = 'le-145'
select count(distinct iso3) from events where list_contains(string_split(lists, ';'), 'law_enforcement') and kind = 'station_reaction' and counted and provider = 'other' and level = 'national'
