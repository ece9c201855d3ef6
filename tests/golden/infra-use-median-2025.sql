-- drop: ai_use where iso3 = 'CRI'
select median(h1_2025_pct) from ai_use where iso3 not in ('CHN', 'USA')
