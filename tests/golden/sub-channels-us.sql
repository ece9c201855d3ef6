-- drop: events where event_id = 'sn-201'
with found as (
    select iso3 from events
    where list_contains(string_split(lists, ';'), 'subnational') and counted and about = 'US'
    union
    select iso3 from searches where theme = 'local_channels' and provider = 'US' and kept > 0
)
select count(distinct iso3) from found where iso3 in (select iso3 from states where "group" = 'lac')
