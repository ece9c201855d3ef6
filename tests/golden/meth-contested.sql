-- drop: claims where claim_id = 'A16'
select count(*) from claims where verdict = 'contested'
