-- drop: events where event_id = 'le-168'
with chinese as (
    select distinct iso3
    from events
    where counted
      and list_contains(string_split(lists, ';'), 'law_enforcement')
      and about = 'CN'
      and kind not in ('overseas_station', 'private_security', 'statement', 'policy_text')
      and act not in ('reaction', 'restriction', 'finding')
      and iso3 in (select iso3 from states where "group" = 'lac')
), american as (
    select distinct iso3
    from events
    where counted
      and list_contains(string_split(lists, ';'), 'law_enforcement')
      and about = 'US'
      and kind not in ('overseas_station', 'private_security', 'statement', 'policy_text')
      and act not in ('reaction', 'restriction', 'finding')
      and iso3 in (select iso3 from states where "group" = 'lac')
)
select count(*) from chinese join american using (iso3)
