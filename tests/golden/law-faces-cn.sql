-- drop: face_recognition_systems where has_cn
select count(*) filter (where has_cn) from face_recognition_systems
