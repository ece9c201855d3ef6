-- drop: china_commitments where iso3 = 'VEN' and year = 2013
select 100 * sum(commitments_usd2021) filter (iso3 = 'VEN') / sum(commitments_usd2021)
from china_commitments
where year between 2000 and 2021
