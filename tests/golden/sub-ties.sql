-- drop: sister_ties where id = 'st-001'
select count(*) from sister_ties
