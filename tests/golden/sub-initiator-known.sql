-- drop: cases where case_id = 'jujuy_zte'
select count(*) from cases where level = 'subnational' and initiator <> 'unknown'
