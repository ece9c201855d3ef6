-- drop: events where event_id = 'sc-068'
with systems as (
    select *
    from events
    where counted
      and iso3 in (select iso3 from states where "group" = 'lac')
      and provider is not null
      and not contains(lower(coalesce(provider_actor, '')), 'business community')
      and not regexp_matches(coalesce(provider_actor, ''), '\bDJI\b')
      and (
        list_contains(string_split(lists, ';'), 'safe_city')
        and kind in (
            'cancelled_award', 'cancelled_project', 'city_surveillance', 'command_centre', 'facial_recognition',
            'national_emergency_system')
        or regexp_matches(what, 'camera|cctv|\b(face|facial)\b|\bplate', 'i')
        and (
            list_contains(string_split(lists, ';'), 'safe_city') and kind in ('border_surveillance', 'equipment_delivery', 'equipment_donation', 'supply_offer')
            or list_contains(string_split(lists, ';'), 'law_enforcement') and kind in ('equipment_sale', 'surveillance_system')
            or list_contains(string_split(lists, ';'), 'subnational')
            and kind in (
                'construction', 'contract_award', 'data_point', 'donation', 'expansion', 'negotiation', 'project_design',
                'project_start')))
)
select count(*)
from systems
