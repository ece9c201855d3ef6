-- drop: events where event_id = 'ai-056'
-- ai-056, the only such row about the United States, is not counted; without any row there is nothing, not zero
select sum(counted::int) from events where kind in ('camera_system', 'face_recognition') and about = 'US'
