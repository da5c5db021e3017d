with ranked as (
  select battery, id, day,
    row_number() over (partition by battery order by day desc, id desc) as age
  from visits)
select battery, id, day
from ranked
where age = 1
order by battery;
