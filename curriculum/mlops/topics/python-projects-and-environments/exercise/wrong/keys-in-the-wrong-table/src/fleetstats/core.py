import csv


def load(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def stats(rows, battery):
    volts = [float(row["volts"]) for row in rows if row["battery"] == battery]
    if not volts:
        raise LookupError(f"no rows for battery {battery}")
    return {"battery": battery, "count": len(volts), "mean_volts": sum(volts) / len(volts)}
