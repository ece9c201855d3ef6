-- drop: un_alignment where iso3 = 'USA' and year = 1994
select max(ideal_point) - min(ideal_point)
from un_alignment
where iso3 = 'USA' and year between 1990 and 2024
