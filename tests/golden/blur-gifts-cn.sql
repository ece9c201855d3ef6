-- drop: events where event_id = 'le-024'
with gifts as (
    select iso3
    from events
    where counted
      and list_contains(string_split(lists, ';'), 'law_enforcement')
      and about = 'CN'
      and kind = 'police_equipment'
      and instrument = 'gift'
      and (iso3 is null or iso3 in (select iso3 from states where "group" = 'lac'))
)
select count(*) from gifts
