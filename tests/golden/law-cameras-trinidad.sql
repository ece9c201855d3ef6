-- drop: events where event_id = 'sc-059'
select max(100 - 100 * quantity / cast(replace(regexp_extract(quantity_unit, 'of ([0-9,]+)', 1), ',', '') as double)) from events where event_id = 'sc-059'
