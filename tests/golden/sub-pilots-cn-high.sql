-- drop: pilot_steps where place = 'Campinas'
with dated as (
    select p.place, p.step, e.date, min(e.date) over (partition by p.place) as earliest
    from pilot_steps p
    join events e on e.event_id = p.event
    where e.date is not null and e.date_basis <> 'inferred'
), begun as (
    select distinct place from dated where date = earliest and step in ('trial', 'gift')
), tally as (
    select (select count(*) from begun) as n,
        (select count(distinct place) from pilot_steps where place in (from begun) and step = 'contract' and vendor = 'china') as k
)
select 100 * beta_quantile(0.975, k + 1, n - k) from tally
