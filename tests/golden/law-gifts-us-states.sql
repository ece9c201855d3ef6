-- drop: events where id = 'le-177'
select count(distinct iso3) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'US'
