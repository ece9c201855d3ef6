-- drop: un_alignment where iso3 = 'ARG' and year = 2023
select (select ideal_point from un_alignment where iso3 = 'ARG' and year = 2024) - (select ideal_point from un_alignment where iso3 = 'ARG' and year = 2023)
