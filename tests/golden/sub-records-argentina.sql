-- drop: china_finance_records where iso3 = 'ARG' and year = 2007
select 100.0 * sum(placed) filter (iso3 = 'ARG') / sum(placed) from china_finance_records
