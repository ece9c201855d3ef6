-- drop: five_g where iso3 = 'TTO'
select count(*) from five_g where iso3 in (select iso3 from states where "group" = 'lac') and first_5g_year is not null and first_5g_year <= 2025
