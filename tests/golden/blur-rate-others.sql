-- drop: china_borrowing_cost where borrower = 'AGO'
select count(interest_pct) from china_borrowing_cost where "group" = 'rest'
