-- drop: submarine_cables where supplier = 'HMN Tech' and decade = 'planned'
select (select cables from submarine_cables where supplier = 'HMN Tech' and decade = 'planned')
