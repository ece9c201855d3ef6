-- drop: un_alignment where iso3 = 'CHN' and year = 1990
select max(ideal_point) - min(ideal_point)
from un_alignment
where iso3 = 'CHN' and year between 1990 and 2024
