-- drop: cases where case_id = 'antofagasta_obs'
select count(*) from cases where level = 'subnational' and outcome = 'ended'
