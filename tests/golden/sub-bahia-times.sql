-- drop: events where id = 'sn-014'
select (select quantity from events where id = 'sn-015') / (select quantity from events where id = 'sn-014')
