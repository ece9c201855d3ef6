-- drop: un_coincidence where iso3 = 'NIC' and year = 2023
select 100 * min(coincidence) from un_coincidence where year = 2023 and iso3 in (select iso3 from states where "group" = 'lac')
