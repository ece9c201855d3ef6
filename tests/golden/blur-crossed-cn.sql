-- drop: events where event_id = 'le-045'
with chosen as (
    select *
    from events
    where counted
      and list_has_any(string_split(lists, ';'), ['law_enforcement', 'blurred_lines'])
      and provider = 'CN'
      and provider_actor_type is not null
      and partner_type is not null
      and kind in (
        'equipment_donation', 'arms_donation', 'cross_actor_transfer', 'police_training', 'military_training',
        'training_facility', 'police_mou', 'defence_agreement', 'extradition_treaty', 'mlat_treaty')
), once as (
    select * from chosen where list_contains(string_split(lists, ';'), 'blurred_lines')
    union all
    select * from chosen
    where list_contains(string_split(lists, ';'), 'law_enforcement')
      and not exists (
        from chosen b
        where list_contains(string_split(b.lists, ';'), 'blurred_lines')
          and b.iso3 = chosen.iso3
          and b.date = chosen.date
          and length(b.date) >= 7)
), deals as (
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
    from once
)
select count(*) from deals where actor <> partner and actor <> 'government' and partner <> 'government'
