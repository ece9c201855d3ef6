-- drop: face_recognition_systems where system_id = 82
select count(*) from face_recognition_systems where has_local and not has_cn and not has_us and not has_eu and not has_other_foreign
