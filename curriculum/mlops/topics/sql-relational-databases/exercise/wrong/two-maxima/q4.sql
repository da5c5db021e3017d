select battery, max(id), max(day) from visits group by battery order by battery;
