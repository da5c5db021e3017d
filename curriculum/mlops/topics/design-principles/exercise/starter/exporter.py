"""Works, but every change hurts. Keep the behavior, change the structure."""

import json
import os


class Exporter:
    def export(self, rows, kind, folder):
        for row in rows:
            if not 0 <= row["risk"] <= 1 or not row["battery"]:
                raise ValueError(f"bad row {row!r}")
        if kind == "json":
            text = json.dumps(rows, sort_keys=True)
        elif kind == "csv":
            text = "battery,risk\n" + "".join(f"{row['battery']},{row['risk']}\n" for row in rows)
        else:
            raise ValueError("unknown kind " + kind)
        path = os.path.join(folder, "out." + kind)
        with open(path, "w", newline="", encoding="utf-8") as file:
            file.write(text)
        return path


def preview(rows):
    """The first three batteries; a bad row anywhere is refused."""
    for row in rows:
        if not 0 <= row["risk"] <= 1 or not row["battery"]:
            raise ValueError(f"bad row {row!r}")
    return [row["battery"] for row in rows[:3]]
