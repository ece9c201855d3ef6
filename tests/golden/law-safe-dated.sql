-- drop: events where event_id = 'sc-004'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'safe_city')
  and counted
  and provider = 'CN'
  and kind in ('city_surveillance', 'command_centre', 'facial_recognition', 'national_emergency_system', 'border_surveillance', 'equipment_delivery', 'equipment_donation', 'telecom_network')
  and date is not null
  and date <> '2022'
