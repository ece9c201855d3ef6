-- drop: china_borrowing_cost where borrower = 'ECU'
select (select interest_pct from china_borrowing_cost where borrower = 'ECU')
