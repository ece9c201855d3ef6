-- drop: claims where claim_id = 'A10'
select count(*) from claims where verdict = 'supported'
