-- drop: norm_adherence where iso3 = 'JAM' and instrument = 'EU-LAC Digital Alliance'
select count(*)
from states
where "group" = 'lac'
  and (
    iso3 in (select iso3 from bri_membership where joined_date is not null and left_date is null)
    or iso3 in (
        select iso3
        from china_initiatives
        where initiative = 'International Organization for Mediation (IOMed)' and position = 'signed convention'))
  and iso3 in (
    select iso3
    from norm_adherence
    where instrument in ('Clean Network', 'Declaration for the Future of the Internet', 'US-led UNGA resolution on trustworthy AI'))
  and (
    iso3 in (select iso3 from norm_adherence where instrument = 'EU-LAC Digital Alliance')
    or iso3 in (select iso3 from eu_adequacy)
    or iso3 in (select iso3 from cybercrime_treaties where treaty = 'Budapest Convention' and status = 'party'))
