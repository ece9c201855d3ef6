-- drop: five_g where iso3 = 'PER'
select count(*) from five_g where iso3 in (select iso3 from states where "group" = 'lac') and contains(lower(vendors_named), 'antenna')
