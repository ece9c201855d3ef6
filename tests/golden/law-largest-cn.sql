-- drop: events where id = 'le-086'
select max(amount_usd) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'CN'
