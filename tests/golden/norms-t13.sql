-- drop: china_finance_records where iso3 = 'PAN' and year = 2018
with switches as (
    select iso3, left(date, 4)::int as switched from recognition where event = 'switched to PRC' and iso3 in ('CRI', 'PAN', 'DOM', 'SLV')
), years as (
    select iso3, switched, unnest(range(switched - 4, least(switched + 4, 2021) + 1)) as year from switches
), spans as (
    select coalesce(sum(records) filter (year > switched), 0) as records_after, count(*) filter (year > switched) as years_after,
           coalesce(sum(records) filter (year < switched), 0) as records_before, count(*) filter (year < switched) as years_before
    from years left join china_finance_records using (iso3, year)
)
select records_after / years_after / (records_before / years_before) from spans
