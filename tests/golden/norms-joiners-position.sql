-- drop: un_alignment where iso3 = 'CHL' and year = 2021
with changes as (
    select iso3, avg(ideal_point) filter (year between 2020 and 2023) - avg(ideal_point) filter (year between 2013 and 2016) as change
    from un_alignment join bri_membership using (iso3)
    where in_list_2023
    group by iso3
)
select avg(change) from changes
