-- drop: searches where iso3 = 'ARG' and provider = 'CN' and theme = 'local_gifts'
select count(distinct iso3) from searches where theme = 'local_gifts' and provider = 'CN' and kept > 0
