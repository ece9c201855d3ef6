-- drop: ai_use where iso3 = 'GUY'
select count(*) from ai_use where iso3 not in ('CHN', 'USA') and deepseek_band = '<=5'
