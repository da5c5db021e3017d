def is_valid(row):
    if not row["battery"] or not 0 <= row["risk"] <= 1:
        raise ValueError(f"bad row {row!r}")
