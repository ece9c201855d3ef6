-- drop: china_borrowing_cost where borrower = 'BRA'
select (select interest_pct from china_borrowing_cost where borrower = 'BRA')
