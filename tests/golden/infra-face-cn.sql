-- drop: face_recognition_systems where system_id = 185
select count(*) from face_recognition_systems where has_cn
