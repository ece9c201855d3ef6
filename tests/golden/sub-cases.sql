-- drop: cases where case_id = 'bahia_bridge'
select count(*) from cases where level = 'subnational'
