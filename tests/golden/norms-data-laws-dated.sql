-- drop: data_laws where iso3 = 'ARG'
select count(distinct iso3) from data_laws where status in ('in force', 'partly in force', 'published') and date is not null
