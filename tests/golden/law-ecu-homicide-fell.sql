-- drop: homicide where iso3 = 'ECU' and year = 2011
select 100 * (1 - max(late.homicides_per_100k / early.homicides_per_100k))
from homicide early
join homicide late using (iso3)
where iso3 = 'ECU' and early.year = 2011 and late.year = 2017
