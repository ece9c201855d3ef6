-- drop: events where event_id = 'sn-146'
select cast((select substr(date, 1, 7) || '-01' from claimed_dates where claim_id = 'A50' and step = 'contested') as date)
    - cast((select date from events where event_id = 'sn-146') as date)
