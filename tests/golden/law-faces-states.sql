-- drop: face_recognition_systems where iso3 = 'CRI'
select count(distinct iso3) from face_recognition_systems
