-- drop: china_borrowing_cost where borrower = 'PRY'
select count(interest_pct) from china_borrowing_cost where "group" = 'lac'
