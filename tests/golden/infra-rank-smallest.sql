-- drop: ilia_scores where edition = 2025 and iso3 = 'CUB'
select tanh((normal_quantile(0.975) + normal_quantile(0.80)) / sqrt(states_scored - 3))
from (select count(distinct iso3) as states_scored from ilia_scores)
