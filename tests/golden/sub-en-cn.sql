-- drop: searches where iso3 = 'PAN' and provider = 'CN' and theme in ('local_ties', 'local_training')
with both_asked as (
    select distinct iso3 from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'CN' and language <> 'en'
)
select sum(kept) from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'CN' and language = 'en' and iso3 in (select iso3 from both_asked)
