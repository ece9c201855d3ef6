-- drop: data_laws where iso3 = 'BOL'
with states_read as (
    select iso3, bool_and(status = 'absent') as only_absent from data_laws group by iso3
)
select count(*) from states_read where only_absent
