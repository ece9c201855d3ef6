-- drop: norm_adherence where iso3 = 'BHS' and instrument = 'EU-LAC Digital Alliance'
select count(distinct iso3)
from norm_adherence
where instrument = 'EU-LAC Digital Alliance' and iso3 in (select iso3 from states where "group" = 'lac')
