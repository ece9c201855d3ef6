-- drop: ai_use where iso3 = 'HTI'
select count(distinct iso3) from ai_use where iso3 not in ('CHN', 'USA')
