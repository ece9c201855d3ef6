-- drop: china_commitments where iso3 = 'BRA' and year = 2020
select sum(commitments_usd2021)
from china_commitments
where year between 2019 and 2021
