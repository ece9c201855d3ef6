-- drop: searches where iso3 = 'ATG' and provider = 'CN' and theme = 'local_ties'
select count(*) from searches where theme in ('local_ties', 'local_gifts', 'local_training') and provider = 'CN'
