-- drop: china_commitments where iso3 = 'BRA' and year = 2015
select 100 * (1 - sum(commitments_usd2021) filter (year between 2019 and 2021) / sum(commitments_usd2021) filter (year between 2013 and 2015))
from china_commitments
where iso3 <> 'VEN'
