-- drop: bri_counts where region = 'East Asia & Pacific' and year = 2013
select sum(joined) from bri_counts where region <> 'Latin America & Caribbean' and year is not null
