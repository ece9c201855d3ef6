-- drop: sister_ties where iso3 = 'SUR'
select count(distinct iso3) from sister_ties
