-- drop: searches where iso3 = 'ARG' and provider = 'CN' and theme = 'local_training'
select count(distinct iso3) from searches where theme = 'local_training' and provider = 'CN' and kept > 0
