-- drop: events where event_id = 'sn-155'
select (
    select (
        select count(*)
        from events e
        where e.counted
          and e.case_id = 'tdf_port'
          and e.provider = 'US'
          and e.provider_actor_type = 'military'
          and e.date < pulled.date)
    from events pulled
    where pulled.event_id = 'sn-155')
