-- drop: states where iso3 = 'HTI'
select tanh((normal_quantile(0.975) + normal_quantile(0.80)) / sqrt(count(*) - 3))
from states
where "group" = 'lac'
