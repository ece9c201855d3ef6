-- drop: claims where claim_id = 'A18'
select count(*) from claims where verdict = 'unverified'
