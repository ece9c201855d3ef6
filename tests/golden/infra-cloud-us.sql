-- drop: cloud_regions where region_code = 'sa-bogota-1'
select count(*)
from cloud_regions
where status = 'operating' and origin = 'US'
