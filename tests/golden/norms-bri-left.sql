-- drop: bri_membership where iso3 = 'PAN'
select count(*) from bri_membership where left_date is not null
