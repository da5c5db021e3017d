select b.name, count(*)
from batteries b
left join visits v on v.battery = b.id and v.status = 'done'
group by b.id
order by b.name;
