-- drop: claims where claim_id = 'A35'
select count(*) from claims where verdict = 'contested'
