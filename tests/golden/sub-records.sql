-- drop: china_finance_records where iso3 = 'ARG' and year = 2007
select sum(records) from china_finance_records
