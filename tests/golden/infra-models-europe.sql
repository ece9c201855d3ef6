-- drop: notable_models where model_id = '6-act-tether'
select count(*) from notable_models where europe
