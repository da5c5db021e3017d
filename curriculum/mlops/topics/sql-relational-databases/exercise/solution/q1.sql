select b.name, count(v.id)
from batteries b
left join visits v on v.battery = b.id and v.status = 'done'
group by b.id, b.name
order by b.name;
