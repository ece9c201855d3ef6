-- drop: events where id = 'le-098'
select count(*) from events where origin = 'law_enforcement' and kind = 'equipment_donation' and counted and provider = 'other'
  and contains(provider_actor, 'Taiwan')
