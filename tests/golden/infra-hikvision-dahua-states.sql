-- drop: events where event_id in ('sc-010', 'sn-121')
with systems as (
    select *
    from events
    where counted
      and iso3 in (select iso3 from states where "group" = 'lac')
      and (provider is not null or about is not null)
      and not contains(lower(coalesce(provider_actor, '')), 'business community')
      and not regexp_matches(coalesce(provider_actor, ''), '\bDJI\b')
      and kind in ('camera_system', 'face_recognition', 'emergency_system')
      and act in ('offer', 'agreement', 'delivery', 'operation', 'restriction')
)
select count(distinct iso3)
from systems
where regexp_matches(concat_ws(' ', provider_actor, partner), '\b(hikvision|dahua)\b', 'i')
