-- drop: data_laws where law = 'Law 21,719'
select
    (select count(*) from ai_laws where contains(lower(name), 'gdpr') or contains(lower(coalesce(notes, '')), 'gdpr'))
    + (select count(*) from data_laws where contains(lower(law), 'gdpr') or contains(lower(coalesce(notes, '')), 'gdpr'))
