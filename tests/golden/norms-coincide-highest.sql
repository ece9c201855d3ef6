-- drop: un_coincidence where iso3 = 'GTM' and year = 2023
select name
from un_coincidence join states using (iso3)
where year = 2023 and "group" = 'lac' and coincidence = (
    select max(coincidence) from un_coincidence where year = 2023 and iso3 in (select iso3 from states where "group" = 'lac'))
