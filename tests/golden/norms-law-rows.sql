-- drop: ai_laws where iso3 = 'TTO'
select (select count(*) from ai_laws) + (select count(*) from data_laws)
