import formats
import rules


def checked(rows):
    for row in rows:
        if not rules.is_valid(row):
            raise ValueError(f"bad row {row!r}")
    return rows


class Exporter:
    def __init__(self, store):
        self.store = store

    def export(self, rows, kind):
        return self.store.save("out." + kind, formats.render(kind, checked(rows)))


def preview(rows):
    """The first three batteries; a bad row anywhere is refused."""
    return [row["battery"] for row in checked(rows)[:3]]
