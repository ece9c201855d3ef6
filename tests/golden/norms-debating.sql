-- drop: ai_laws where iso3 = 'SLV'
select count(*)
from states
where "group" = 'lac' and iso3 in (
        select iso3
        from events
        where counted and list_has_any(string_split(lists, ';'), ['governance', 'ai']) and kind in ('rights_dispute', 'ai_law') and iso3 is not null
        union all
        select iso3 from ai_laws where type in ('bill', 'law'))
