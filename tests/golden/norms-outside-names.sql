-- drop: bri_membership where iso3 = 'MEX'
with listed as (
    select list(name order by name) as names
    from states
    where iso3 in (select iso3 from bri_membership where joined_date is null)
      and iso3 not in (select iso3 from recognition where event = 'recognizes Taiwan')
)
select case when len(names) = 1 then names[1] else array_to_string(names[:-2], ', ') || ' and ' || names[-1] end from listed
