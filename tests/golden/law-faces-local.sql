-- drop: face_recognition_systems where system_id = 82
select count(*) from face_recognition_systems where has_local and not (has_cn or has_us or has_eu or has_other_foreign)
