-- drop: cloud_regions where provider = 'Huawei Cloud' and iso3 = 'ARG'
select count(distinct iso3)
from cloud_regions
where status = 'operating' and origin = 'CN'
