with due as (
  select visit, sum(qty * cents) as cents from parts group by visit),
paid as (
  select visit, sum(cents) as cents from payments group by visit)
select v.id, coalesce(due.cents, 0), coalesce(paid.cents, 0)
from visits v
left join due on due.visit = v.id
left join paid on paid.visit = v.id
order by v.id;
