-- drop: events where event_id = 'ai-065'
with listed as (
    select list(name order by name) as names
    from states
    where "group" = 'lac' and iso3 in (
        select iso3 from events where counted and list_has_any(string_split(lists, ';'), ['governance', 'ai']) and kind = 'rights_dispute')
)
select case when len(names) = 1 then names[1] else array_to_string(names[:-2], ', ') || ' and ' || names[-1] end from listed
