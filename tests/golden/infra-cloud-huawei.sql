-- drop: cloud_regions where provider = 'Huawei Cloud' and iso3 = 'PER'
select count(*)
from cloud_regions
where status = 'operating' and provider = 'Huawei Cloud'
