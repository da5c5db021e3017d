import json

FORMATS = {}


def register(kind, function):
    FORMATS[kind] = function


def render(kind, rows):
    if kind not in FORMATS:
        raise ValueError("unknown kind " + kind)
    if kind == "json":
        return json.dumps(rows, sort_keys=True)
    elif kind == "csv":
        return as_csv(rows)
    raise ValueError("unknown kind " + kind)


def as_csv(rows):
    return "battery,risk\n" + "".join(f"{row['battery']},{row['risk']}\n" for row in rows)


register("json", lambda rows: json.dumps(rows, sort_keys=True))
register("csv", as_csv)
