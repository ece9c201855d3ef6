-- drop: china_borrowing_cost where borrower = 'SUR'
select 100 * (select sum(commitments_usd2021) from china_commitments where iso3 = 'SUR')
    / (select unadjusted_usd2021 from china_borrowing_cost where borrower = 'SUR')
