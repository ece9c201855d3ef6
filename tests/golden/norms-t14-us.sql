-- drop: un_alignment where iso3 = 'CHL' and year = 2021
with changes as (
    select iso3, in_list_2023 as joined, avg(distance_usa) filter (year between 2020 and 2023) - avg(distance_usa) filter (year between 2013 and 2016) as change
    from un_alignment join bri_membership using (iso3)
    where iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3, in_list_2023
)
select avg(change) filter (joined) - avg(change) filter (not joined) from changes
