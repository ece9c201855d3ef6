-- drop: ai_use where iso3 = 'CRI'
select median(q1_2026_pct) from ai_use where iso3 not in ('CHN', 'USA')
