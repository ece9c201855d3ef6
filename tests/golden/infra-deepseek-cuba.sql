-- drop: ai_use where iso3 = 'CUB'
select (select deepseek_pct from ai_use where iso3 = 'CUB')
