-- drop: ai_laws where iso3 is not null
with texts as (
    select 'ai_laws' as list, name || ' ' || coalesce(notes, '') as words from ai_laws
    union all
    select 'data_laws' as list, law || ' ' || coalesce(notes, '') as words from data_laws
)
select
    (select count_if(regexp_matches(words, '\b(china|chinese)', 'i')) from texts where list = 'ai_laws' having count(*) > 0)
    + (select count_if(regexp_matches(words, '\b(china|chinese)', 'i')) from texts where list = 'data_laws' having count(*) > 0)
