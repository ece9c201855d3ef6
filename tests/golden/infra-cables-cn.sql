-- drop: submarine_cables where supplier = 'HMN Tech' and decade = '2020s'
select sum(cables) from submarine_cables where supplier = 'HMN Tech'
