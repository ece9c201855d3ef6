-- drop: claims where claim_id = 'A47'
select count(*) from claims where verdict = 'contradicted'
