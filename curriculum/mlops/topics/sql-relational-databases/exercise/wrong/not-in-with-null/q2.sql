select name from batteries
where id not in (select replaces from batteries)
order by name;
