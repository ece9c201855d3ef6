-- drop: events where id = 'sc-056'
select count(*) from events where id in ('sc-010', 'sn-061', 'sc-020', 'sc-032', 'sc-056', 'sc-059', 'sc-096')
