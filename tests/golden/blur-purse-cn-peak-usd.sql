-- drop: china_commitments where iso3 = 'BRA' and year = 2014
select sum(commitments_usd2021)
from china_commitments
where year between 2013 and 2015
