-- drop: data_laws where iso3 = 'ARG'
with first_laws as (
    select iso3, min(date) as date from data_laws where status in ('in force', 'partly in force', 'published') and date is not null group by iso3
)
select count(*) from first_laws where left(date, 4)::int < 2017
