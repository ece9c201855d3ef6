-- drop: oecd_ai_policies where iso3 = 'MEX' and year = 2018
select sum(policies) / count(distinct iso3)
from oecd_ai_policies
where iso3 in (select iso3 from states where "group" = 'lac')
  and iso3 in (select iso3 from bri_membership where joined_date is null)
