-- drop: second_reading where read_as = 'ai-012'
select count(*) from second_reading where first_provider is not null and second_provider is not null
