-- drop: events where event_id = 'ai-047'
select count(*) from events where counted and about = 'US'
