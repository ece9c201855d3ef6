-- drop: technology_deals where kind = 'investment' and period = '2005-2025' and sector_group = 'technology'
select (select deals from technology_deals where kind = 'investment' and period = '2005-2025' and sector_group = 'technology')
