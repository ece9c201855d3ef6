-- drop: bri_membership where iso3 = 'TTO'
select count(*) from bri_membership where joined_date is not null and left_date is null
