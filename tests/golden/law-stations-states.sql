-- drop: events where id = 'le-157'
select count(distinct iso3) from events where origin = 'law_enforcement' and kind = 'overseas_station' and counted and provider = 'CN'
