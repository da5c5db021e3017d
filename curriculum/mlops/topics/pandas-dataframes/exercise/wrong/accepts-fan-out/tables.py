"""What pandas does with tables, in plain Python."""


def left_join(left, right, on, validate=None):
    columns = list(dict.fromkeys(name for row in right for name in row if name != on))
    partners = {}
    for row in right:
        if row[on] is not None:
            partners.setdefault(row[on], []).append(row)
    joined = []
    for row in left:
        for partner in partners.get(row[on], [{}]):
            joined.append({**row, **{name: partner.get(name) for name in columns}})
    return joined


def groups(rows, by):
    found = {}
    for row in rows:
        found.setdefault(row[by], []).append(row)
    return found


def group_stats(rows, by, column):
    stats = {}
    for key, members in groups(rows, by).items():
        values = [row[column] for row in members if row[column] is not None]
        mean = sum(values) / len(values) if values else None
        stats[key] = {"size": len(members), "count": len(values), "mean": mean}
    return stats


def add_share(rows, by, column):
    totals = {key: sum(row[column] for row in members if row[column] is not None)
              for key, members in groups(rows, by).items()}
    out = []
    for row in rows:
        value, total = row[column], totals[row[by]]
        out.append({**row, "share": value / total if value is not None and total else None})
    return out


def latest(rows, by, order):
    return [max(members, key=lambda row: row[order]) for members in groups(rows, by).values()]
