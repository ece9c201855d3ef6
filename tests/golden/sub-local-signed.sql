-- drop: cases where case_id = 'bol110_cities'
with steps as (
    select c.case_id, s.*
    from cases c
    join events e on e.case_id = c.case_id
    join case_steps s on s.event = e.event_id
), local_for as (
    select distinct case_id from steps where local and step in ('announced', 'signed', 'submitted', 'approved', 'built', 'resumed')
)
select count(*) from cases where case_id in (from local_for) and national_signer = 'yes'
