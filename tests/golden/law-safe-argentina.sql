-- drop: events where id = 'sc-035'
with places as (
  select distinct iso3, coalesce(place, '') as place
  from events
  where origin = 'safe_city'
    and provider = 'CN'
    and kind in ('city_surveillance', 'command_centre', 'facial_recognition', 'national_emergency_system', 'border_surveillance', 'equipment_delivery', 'equipment_donation', 'telecom_network')
    and status not in ('announced', 'cancelled', 'lost_bid', 'lapsed')
    and (counted or id = 'le-196')
)
select count(*) from places where iso3 = 'ARG'
