-- drop: un_cyber_votes where iso3 = 'CUB'
with listed as (
    select list(name order by name) as names
    from states
    where "group" = 'lac'
      and (select bool_and(side = 'with China') from un_cyber_votes v where v.iso3 = states.iso3)
)
select case when len(names) = 1 then names[1] else array_to_string(names[:-2], ', ') || ' and ' || names[-1] end from listed
