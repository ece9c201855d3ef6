-- drop: events where event_id = 'sn-072'
select count(*)
from events
where list_contains(string_split(lists, ';'), 'subnational')
  and counted
  and provider = 'CN'
  and kind in (
    'agreement_signed', 'mou', 'renegotiation', 'contract_award', 'financing', 'investment', 'donation', 'sister_tie')
  and status <> 'announced'
