-- drop: claims where claim_id = 'A1'
select count(*) from claims where verdict = 'qualified'
