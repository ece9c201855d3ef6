-- drop: freedom where iso3 = 'ARG' and year = 2010
with whole as (
    -- a state of the table stands in it in each of its years
    select iso3
    from freedom
    group by iso3
    having count(*) = (select count(distinct year) from freedom)
)
select count(*) from whole
