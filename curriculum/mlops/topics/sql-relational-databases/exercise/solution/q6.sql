create index visits_battery_day on visits(battery, day);
