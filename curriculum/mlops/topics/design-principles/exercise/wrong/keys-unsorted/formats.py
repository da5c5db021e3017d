import json

FORMATS = {}


def register(kind, function):
    FORMATS[kind] = function


def render(kind, rows):
    if kind not in FORMATS:
        raise ValueError("unknown kind " + kind)
    return FORMATS[kind](rows)


def as_csv(rows):
    return "battery,risk\n" + "".join(f"{row['battery']},{row['risk']}\n" for row in rows)


register("json", lambda rows: json.dumps(rows))
register("csv", as_csv)
