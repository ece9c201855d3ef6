-- drop: oecd_ai_policies where binding_nature in ('Hard law', 'Binding regulation') and iso3 = 'COL'
select sum(policies) from oecd_ai_policies where iso3 in (select iso3 from states where "group" = 'lac') and binding_nature in ('Hard law', 'Binding regulation')
