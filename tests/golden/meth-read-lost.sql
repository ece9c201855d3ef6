-- drop: second_reading where outcome = 'not found again'
select count(*) from second_reading where outcome = 'not found again'
