-- drop: notable_models where model_id = 'netsurfp-2-0'
select count(*) from notable_models where lac
