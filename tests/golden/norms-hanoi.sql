-- drop: cybercrime_treaties where treaty = 'UN Convention against Cybercrime' and iso3 = 'BRA'
select count(*) from cybercrime_treaties where treaty = 'UN Convention against Cybercrime' and status = 'signed'
