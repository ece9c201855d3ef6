-- drop: states where iso3 = 'CUB'
select count(*) from states where "group" = 'lac'
