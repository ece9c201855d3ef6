-- drop: second_reading where event = 'ai-086'
select count(*) from second_reading where outcome = 'same'
