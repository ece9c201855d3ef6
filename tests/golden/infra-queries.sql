-- drop: searches where theme = 'ai' and provider = 'CN' and iso3 = 'BRA'
-- null where the three parties were not asked the same number of times
select case when count(distinct asked) = 1 and count(*) = 3 then max(asked) end
from (select provider, count(*) as asked from searches where theme = 'ai' and provider in ('CN', 'US', 'EU') group by provider)
