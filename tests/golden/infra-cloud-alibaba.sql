-- drop: cloud_regions where provider = 'Alibaba Cloud' and iso3 = 'MEX'
select count(*)
from cloud_regions
where status = 'operating' and provider = 'Alibaba Cloud'
