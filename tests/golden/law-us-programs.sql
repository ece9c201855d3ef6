-- drop: events where id = 'le-207'
select count(*) from events where origin = 'law_enforcement' and kind = 'aid_programme' and counted and provider = 'US'
