-- drop: china_commitments where year = 2014 and iso3 in ('BRA', 'ARG', 'ECU')
select year
from china_commitments
where iso3 <> 'VEN'
group by year
order by sum(commitments_usd2021) desc
limit 1
