-- drop: recognition where event = 'recognizes Taiwan'
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
-- no state that recognizes Taiwan gives nothing, not zero
select sum((gifts.iso3 is not null)::int)
from recognition r
left join gifts using (iso3)
where r.event = 'recognizes Taiwan'
