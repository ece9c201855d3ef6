-- drop: bri_membership where iso3 = 'CUB'
select count(*) from bri_membership where joined_date like '2018%'
