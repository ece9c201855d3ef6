-- drop: face_recognition_systems where has_us
select count(*) filter (where has_us) from face_recognition_systems
