-- drop: china_borrowing_cost where borrower = 'VEN'
select (select interest_pct from china_borrowing_cost where borrower = 'VEN')
