-- drop: sources where key = 'dinero-2009-empresa-adjudica'
select count(*) from sources
