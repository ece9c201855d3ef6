-- drop: events where event_id = 'le-171'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'law_enforcement')
  and counted
  and provider = 'CN'
  and iso3 is not null
  and date is not null
  and date <> '2022'
  and kind not in ('overseas_station', 'station_reaction', 'private_security', 'procurement_dispute', 'policy_statement', 'extradition_refused')
