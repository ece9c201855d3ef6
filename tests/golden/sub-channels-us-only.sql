-- drop: searches where iso3 = 'HTI' and theme in ('local_ties', 'local_gifts', 'local_training')
with asked as (
    select iso3, sum(kept) filter (provider = 'CN') as china, sum(kept) filter (provider = 'US') as us
    from searches
    where theme in ('local_ties', 'local_gifts', 'local_training')
    group by iso3
)
select count(*) from asked where china = 0 and us > 0
