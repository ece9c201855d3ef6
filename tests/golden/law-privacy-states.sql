-- drop: wjp where edition = 2020 and iso3 = 'ECU'
select count(*) from wjp where edition = 2020 and privacy is not null and crime_controlled is not null
