-- drop: oecd_ai_policies where iso3 = 'ARG' and year = 2018
select sum(policies) from oecd_ai_policies where iso3 in (select iso3 from states where "group" = 'lac')
