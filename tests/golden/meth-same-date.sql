-- drop: second_reading where read_as = 'ai-012'
select 100 * avg((left(first_date, least(length(first_date), length(second_date))) = left(second_date, least(length(first_date), length(second_date))))::int)
from second_reading
where first_date is not null and second_date is not null
