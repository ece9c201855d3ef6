-- drop: oecd_ai_policies where iso3 = 'URY'
select count(distinct iso3) from oecd_ai_policies where iso3 in (select iso3 from states where "group" = 'lac')
