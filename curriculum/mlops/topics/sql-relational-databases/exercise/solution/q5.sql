select p.part, sum(p.qty)
from parts p
join visits v on v.id = p.visit
where v.status <> 'cancelled'
group by p.part
having sum(p.qty) > :min
order by p.part;
