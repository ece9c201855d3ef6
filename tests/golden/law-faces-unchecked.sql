-- drop: face_recognition_systems where system_id = 84
select count(*) from face_recognition_systems where oversight = 'None'
