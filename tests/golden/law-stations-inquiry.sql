-- drop: events where id = 'le-145'
select count(distinct iso3) from events where origin = 'law_enforcement' and kind = 'station_reaction' and counted and provider = 'other' and level = 'national'
