-- drop: cloud_regions where provider = 'Huawei Cloud' and iso3 = 'ARG'
select count(*) from cloud_regions where status = 'operating' and launch_year is null
