-- drop: cloud_regions where origin = 'US' and launch_year = 2011
select min(launch_year) from cloud_regions where origin = 'US'
