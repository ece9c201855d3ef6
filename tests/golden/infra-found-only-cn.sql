-- drop: searches where theme = 'ai' and iso3 = 'HND'
with found as (
    select
        iso3,
        bool_or(provider = 'CN' and kept > 0) as cn,
        bool_or(provider = 'US' and kept > 0) as us,
        bool_or(provider = 'EU' and kept > 0) as eu
    from searches
    where theme = 'ai' and iso3 in (select iso3 from states where "group" = 'lac')
    group by iso3
)
select count(*)
from found
where cn and not us and not eu
