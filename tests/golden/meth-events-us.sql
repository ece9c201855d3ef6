-- drop: events where event_id = 'ai-014'
select count(*) from events where counted and provider = 'US'
