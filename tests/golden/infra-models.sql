-- drop: notable_models where model_id = '3ddfa'
select count(*) from notable_models
