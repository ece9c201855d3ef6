-- drop: events where id = 'le-123'
select median(amount_usd) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'US'
