-- drop: events where event_id = 'sn-160'
select cast((select substr(date, 1, 7) || '-01' from claimed_dates where claim_id = 'A49' and step = 'disclosed') as date)
    - cast((select date from events where event_id = 'sn-160') as date)
