-- drop: norm_adherence where iso3 = 'BHS' and instrument = 'EU-LAC Digital Alliance'
select
    (select count(*) from bri_membership where joined_date is not null and left_date is null)
    * (select count(distinct iso3) from norm_adherence where instrument = 'EU-LAC Digital Alliance' and iso3 in (select iso3 from states where "group" = 'lac'))
    / (select count(*) from states where "group" = 'lac')
