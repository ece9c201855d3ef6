-- drop: adm1_projects where iso3 = 'BRB'
select count(distinct iso3) from adm1_projects
