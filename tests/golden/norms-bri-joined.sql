-- drop: bri_membership where iso3 = 'PAN'
select count(*) from bri_membership where joined_date is not null
