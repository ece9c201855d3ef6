-- drop: china_borrowing_cost where borrower = 'ARG'
select (select interest_pct from china_borrowing_cost where borrower = 'ARG')
