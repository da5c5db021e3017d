def is_valid(row):
    return bool(row["battery"]) and 0 <= row["risk"] <= 1
