-- drop: events where event_id = 'sn-073'
with steps as (
    select c.case_id, s.*
    from cases c
    join events e on e.case_id = c.case_id
    join case_steps s on s.event = e.event_id
), us_against as (
    select distinct case_id from steps where us and step in ('contested', 'paused', 'withdrawn', 'cancelled')
), tally as (
    select (select count(*) from us_against) as n,
        (select count(*) from cases where case_id in (from us_against) and level = 'subnational' and outcome = 'ended') as k
)
select 100 * beta_quantile(0.975, k + 1, n - k) from tally
