-- drop: cases where case_id = 'neuquen_station'
with steps as (
    select c.case_id, s.*
    from cases c
    join events e on e.case_id = c.case_id
    join case_steps s on s.event = e.event_id
), local_for as (
    select distinct case_id from steps where local and step in ('announced', 'signed', 'submitted', 'approved', 'built', 'resumed')
), center_for as (
    select distinct case_id from steps where "national" and step in ('announced', 'signed', 'submitted', 'approved', 'built', 'resumed')
), center_against as (
    select distinct case_id from steps where "national" and step in ('contested', 'paused', 'withdrawn', 'cancelled')
)
select count(*)
from local_for
where case_id in (from center_for)
