-- drop: ai_use where iso3 = 'HTI'
select count(*) from ai_use where iso3 not in ('CHN', 'USA') and q1_2026_pct > h1_2025_pct
