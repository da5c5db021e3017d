import csv

rows = list(csv.DictReader(open("data/sample.csv")))
print("loaded", len(rows), "rows")


def stats(rows, battery):
    volts = [float(row["volts"]) for row in rows if row["battery"] == battery]
    return {"battery": battery, "count": len(volts), "mean_volts": sum(volts) / len(volts)}
