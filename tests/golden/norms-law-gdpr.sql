-- drop: data_laws where law = 'Law 21,719'
select
    (select count(*) from ai_laws where regexp_matches(name, '\bgdpr', 'i') or regexp_matches(coalesce(notes, ''), '\bgdpr', 'i'))
    + (select count(*) from data_laws where regexp_matches(law, '\bgdpr', 'i') or regexp_matches(coalesce(notes, ''), '\bgdpr', 'i'))
