-- drop: un_alignment where iso3 = 'USA' and year = 2020
select avg(ideal_point) filter (year between 2020 and 2024) - avg(ideal_point) filter (year between 1990 and 1994)
from un_alignment
where iso3 = 'USA'
