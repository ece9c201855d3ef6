-- drop: events where id = 'le-041'
select count(*)
from events
where origin = 'subnational'
  and counted
  and provider = 'CN'
  and kind in (
    'agreement_signed', 'mou', 'renegotiation', 'contract_award', 'financing', 'investment', 'donation', 'sister_tie')
  and status <> 'announced'
  and partner_type in ('police_unit', 'police')
