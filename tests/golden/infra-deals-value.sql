-- drop: technology_deals where kind = 'investment' and period = '2005-2025' and sector_group = 'technology'
select (select share_of_value_pct from technology_deals where kind = 'investment' and period = '2005-2025' and sector_group = 'technology')
