-- drop: events where id = 'le-100'
select count(*) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'CN' and status = 'announced'
