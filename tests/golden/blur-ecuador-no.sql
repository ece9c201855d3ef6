-- drop: events where id = 'bl-178'
select (select quantity from events where id = 'bl-178')
