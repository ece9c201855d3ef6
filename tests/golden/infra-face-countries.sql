-- drop: face_recognition_systems where iso3 = 'PER'
select count(distinct iso3) from face_recognition_systems
