-- drop: events where event_id = 'ai-006'
select count(*) from events where kind in ('camera_system', 'face_recognition') and counted and about = 'CN'
