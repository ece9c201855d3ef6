-- drop: recognition where iso3 = 'PRY' and event = 'recognizes Taiwan'
select
    (select count(*) from states where "group" = 'lac')
    - (select count(*) from recognition where event = 'recognizes Taiwan')
