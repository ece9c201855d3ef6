-- drop: events where id = 'ai-014'
select count(*) from events where counted and provider = 'US'
