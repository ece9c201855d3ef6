-- drop: events where event_id = 'sn-097'
with dates as (
    select
        (select date from events where event_id = 'sn-093') as a,
        (select date from events where event_id = 'sn-097') as z
)
select 12 * (cast(substr(z, 1, 4) as bigint) - cast(substr(a, 1, 4) as bigint)) + cast(substr(z, 6, 2) as bigint) - cast(substr(a, 6, 2) as bigint)
from dates
