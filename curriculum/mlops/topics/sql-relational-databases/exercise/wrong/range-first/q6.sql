create index visits_day_battery on visits(day, battery);
