-- drop: sister_ties where id = 'st-003'
select count(*) from sister_ties where confidence = 'high'
