-- drop: cloud_regions where provider = 'Tencent Cloud'
select count(*)
from cloud_regions
where status = 'operating' and origin = 'CN'
