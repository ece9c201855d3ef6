-- drop: norm_adherence where iso3 = 'URY' and instrument = 'OECD AI Principles'
select count(distinct iso3)
from norm_adherence
where instrument = 'OECD AI Principles' and iso3 in (select iso3 from states where "group" = 'lac')
