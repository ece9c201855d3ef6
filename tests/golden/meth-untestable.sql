-- drop: claims where claim_id = 'A38'
select count(*) from claims where verdict = 'untestable'
