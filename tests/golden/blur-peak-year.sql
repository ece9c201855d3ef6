-- drop: china_commitments where iso3 = 'VEN' and year = 2010
select year
from china_commitments
group by year
order by sum(commitments_usd2021) desc
limit 1
