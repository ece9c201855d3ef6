-- drop: face_recognition_systems where system_id = 174
select count(*) from face_recognition_systems where not supplier_named
