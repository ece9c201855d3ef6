-- drop: events where event_id = 'bl-161'
with limits as (
    select *
    from events
    where counted
      and iso3 in (select iso3 from states where "group" = 'lac')
      and (
        kind = 'vendor_restriction'
        or (kind in ('telecom_network', 'submarine_cable') and act = 'restriction' and about = 'CN')
        or (kind = 'condition_or_sanction' and provider = 'US' and act = 'restriction' and about = 'CN' and iso3 not in ('CUB', 'NIC', 'VEN'))
      )
)
select count(*)
from limits
where provider = 'US'
