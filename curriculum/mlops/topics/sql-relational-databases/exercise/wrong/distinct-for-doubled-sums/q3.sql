select v.id, coalesce(sum(distinct p.qty * p.cents), 0), coalesce(sum(distinct m.cents), 0)
from visits v
left join parts p on p.visit = v.id
left join payments m on m.visit = v.id
group by v.id order by v.id
