-- drop: events where event_id = 'le-171'
select count(*) from events where counted and about = 'CN'
