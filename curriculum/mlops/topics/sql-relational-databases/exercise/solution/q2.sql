select name
from batteries b
where not exists (select 1 from batteries newer where newer.replaces = b.id)
order by name;
