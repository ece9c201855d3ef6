-- drop: un_alignment where iso3 = 'CHL' and year = 2021
with changes as (
    select iso3, in_list_2023 as joined, avg(distance_chn) filter (year between 2020 and 2023) - avg(distance_chn) filter (year between 2013 and 2016) as change
    from un_alignment join bri_membership using (iso3)
    where iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3, in_list_2023
), without as (
    select left_out.iso3, avg(kept.change) filter (kept.joined) - avg(kept.change) filter (not kept.joined) as difference
    from changes left_out join changes kept on kept.iso3 <> left_out.iso3
    group by left_out.iso3
)
select min(difference) from without
