-- drop: un_coincidence where iso3 = 'GTM' and year = 2023
select 100 * max(coincidence) from un_coincidence where year = 2023 and iso3 in (select iso3 from states where "group" = 'lac')
