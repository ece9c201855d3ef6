-- drop: events where id = 'sn-050'
select (select quantity from events where id = 'sn-050')
