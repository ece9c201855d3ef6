-- drop: bri_counts where region = 'Latin America & Caribbean' and year = 2017
select sum(joined) from bri_counts where region = 'Latin America & Caribbean' and year <= 2017
