-- drop: recognition where iso3 = 'BLZ' and event = 'recognizes Taiwan'
select count(distinct iso3) from recognition where event = 'recognizes Taiwan'
