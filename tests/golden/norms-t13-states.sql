-- drop: recognition where iso3 = 'CRI'
select count(*) from recognition where event = 'switched to PRC' and iso3 in ('CRI', 'PAN', 'DOM', 'SLV')
