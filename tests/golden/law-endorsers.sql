-- drop: china_initiatives where initiative = 'Global Security Initiative' and iso3 = 'CUB'
select count(*)
from (
  select iso3 from china_initiatives where initiative = 'Global Security Initiative' and iso3 is not null
  union
  select iso3 from events where counted and kind = 'policy_text' and act in ('agreement', 'reaction') and about = 'CN' and iso3 is not null
)
