-- drop: un_alignment where iso3 = 'NIC' and year <= 1994
with moves as (
    select iso3, avg(ideal_point) filter (year between 2020 and 2024) - avg(ideal_point) filter (year between 1990 and 1994) as move
    from un_alignment
    group by iso3
)
select count(*) from moves where abs(move) > (select abs(move) from moves where iso3 = 'USA') and iso3 in (select iso3 from states where "group" = 'lac')
