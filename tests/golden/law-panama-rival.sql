-- drop: event_aliases where alias = 'sn-114'
select max(1000000 * cast(regexp_extract(what, 'about USD ([0-9.]+) million', 1) as double)) from event_aliases where alias = 'sn-114'
