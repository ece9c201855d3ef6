-- drop: face_recognition_systems where system_id = 82
select count(*) from face_recognition_systems where has_local
