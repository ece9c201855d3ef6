-- drop: un_alignment where iso3 = 'HTI' and year = 2000
select count(*)
from un_alignment
where iso3 in (select iso3 from states where "group" = 'lac')
