select p.part, sum(p.qty)
from parts p
join visits v on v.id = p.visit
where v.status <> 'cancelled' and p.qty > :min
group by p.part
order by p.part;
