-- drop: events where event_id in ('sc-010', 'sn-121')
select count(distinct iso3)
from events
where counted
  and about = 'CN'
  and iso3 in ('ARG', 'ECU', 'BOL', 'VEN')
  and (regexp_matches(provider_actor, '\b(hikvision|dahua)\b', 'i') or regexp_matches(partner, '\b(hikvision|dahua)\b', 'i'))
