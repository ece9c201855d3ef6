-- drop: china_borrowing_cost where borrower = 'CUB'
select (select interest_pct from china_borrowing_cost where borrower = 'CUB')
