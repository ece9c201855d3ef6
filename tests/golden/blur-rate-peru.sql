-- drop: china_borrowing_cost where borrower = 'PER'
select (select interest_pct from china_borrowing_cost where borrower = 'PER')
