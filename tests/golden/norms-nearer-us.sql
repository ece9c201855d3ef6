-- drop: un_alignment where iso3 = 'ARG' and year = 2024
select count(*)
from un_alignment
where iso3 in (select iso3 from states where "group" = 'lac') and distance_usa < distance_chn
