-- drop: recognition where iso3 = 'PRY'
select count(*) from recognition where event = 'recognizes Taiwan'
