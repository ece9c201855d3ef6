-- drop: events where id = 'le-227'
select count(*) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'US' and status = 'announced'
