-- drop: events where event_id = 'sn-072'
select count(*) from events where list_contains(string_split(lists, ';'), 'subnational') and counted and iso3 = 'ARG'
