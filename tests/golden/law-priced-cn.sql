-- drop: events where id = 'le-171'
select count(amount_usd) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'CN'
