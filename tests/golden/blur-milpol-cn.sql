-- drop: events where event_id = 'le-301'
with deals as (
    select kind, case
        when provider_actor_type in ('government', 'diplomatic') then 'government'
        when provider_actor_type in ('police', 'police_unit') then 'police'
        when provider_actor_type = 'military' then 'military'
        when provider_actor_type in ('provincial_government', 'subnational_government') then 'local government'
        when provider_actor_type in ('state_company', 'private_company', 'policy_bank') then 'firm or bank'
        else 'other' end as actor, case
        when partner_type in ('government', 'diplomatic') then 'government'
        when partner_type in ('police', 'police_unit') then 'police'
        when partner_type = 'military' then 'military'
        when partner_type in ('provincial_government', 'subnational_government') then 'local government'
        when partner_type in ('state_company', 'private_company', 'policy_bank') then 'firm or bank'
        else 'other' end as partner
    from events
    where counted
      and list_has_any(string_split(lists, ';'), ['law_enforcement', 'blurred_lines'])
      and provider = 'CN'
      and provider_actor_type is not null
      and partner_type is not null
      and (
        kind in ('police_equipment', 'military_equipment') and instrument = 'gift'
        or kind in ('cross_actor_transfer', 'police_training', 'military_training', 'police_justice_agreement', 'defence_agreement'))
)
select count(*) from deals where actor = 'military' and partner = 'police'
