-- drop: second_reading where read_as = 'ai-012'
with both_coded as (
    select first_provider as one, second_provider as two from second_reading where first_provider is not null and second_provider is not null
), seen as (
    select avg((one = two)::int) as share from both_coded
), firsts as (
    select one as code, count(*) / (select count(*) from both_coded) as share from both_coded group by one
), seconds as (
    select two as code, count(*) / (select count(*) from both_coded) as share from both_coded group by two
), chance as (
    select sum(firsts.share * seconds.share) as share from firsts join seconds using (code)
)
select (seen.share - chance.share) / (1 - chance.share) from seen, chance
