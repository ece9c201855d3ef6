-- drop: cases where case_id = 'antofagasta_obs'
with steps as (
    select c.case_id, s.*
    from cases c
    join events e on e.case_id = c.case_id
    join case_steps s on s.event = e.event_id
)
select count(distinct case_id) from steps where us and step in ('contested', 'paused', 'withdrawn', 'cancelled')
