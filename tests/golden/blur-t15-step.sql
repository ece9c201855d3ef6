-- drop: china_commitments where iso3 = 'VEN'
select asinh(median(commitments_usd2021)) from china_commitments where commitments_usd2021 > 0
