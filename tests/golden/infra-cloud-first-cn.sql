-- drop: cloud_regions where origin = 'CN' and launch_year = 2019
select min(launch_year) from cloud_regions where origin = 'CN'
