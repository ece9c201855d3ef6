-- drop: events where event_id = 'bl-168'
select count(*)
from events
where counted and iso3 in ('CUB', 'NIC', 'VEN') and kind = 'condition_or_sanction' and provider = 'US' and act = 'restriction'
