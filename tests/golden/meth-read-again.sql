-- drop: second_reading where outcome = 'wrong'
select count(*) from second_reading
