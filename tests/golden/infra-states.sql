-- drop: states where iso3 = 'HTI'
select count(*) from states where "group" = 'lac'
