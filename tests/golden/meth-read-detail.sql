-- drop: second_reading where event = 'ai-032'
select count(*) from second_reading where outcome = 'detail'
