-- drop: tests where id = 'T13'
select count(*) from tests
