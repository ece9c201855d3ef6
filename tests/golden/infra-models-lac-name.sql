-- drop: notable_models where model_id = 'netsurfp-2-0'
select string_agg(model, ', ' order by model) from notable_models where lac
