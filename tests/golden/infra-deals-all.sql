-- drop: technology_deals where kind = 'investment' and period = '2005-2025' and sector_group = 'technology'
select (select deals_in_period from technology_deals where kind = 'investment' and period = '2005-2025' and sector_group = 'technology')
