select b.name, count(*)
from batteries b
left join visits v on v.battery = b.id
where v.status = 'done'
group by b.id
order by b.name;
