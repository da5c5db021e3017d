"""Small helpers for latency logs."""


def with_tag(record, tag):
    """Return a NEW record that has the old tags plus `tag`."""
    return {**record, "tags": [*record.get("tags", []), tag]}


def parse_line(line):
    """'10:00:07 b07 123' -> {'time': '10:00:07', 'battery': 'b07', 'ms': 123}"""
    time, battery, ms = line.split()
    return {"time": time, "battery": battery, "ms": int(ms)}


def read_events(path):
    """Yield the events of the file at `path`, one at a time."""
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            try:
                event = parse_line(line)
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: {line!r}") from error
            yield event


def summarise(events):
    """{battery: {'count': n, 'mean': x, 'max': m}} of the milliseconds."""
    batteries = {event["battery"] for event in events}
    summary = {}
    for battery in batteries:
        ms = [event["ms"] for event in events if event["battery"] == battery]
        if ms:
            summary[battery] = {"count": len(ms), "mean": sum(ms) / len(ms), "max": max(ms)}
    return summary


def make_slow_filters(limits):
    """One function per limit: f(event) is True when event['ms'] > limit."""
    return [lambda event, limit=limit: event["ms"] > limit for limit in limits]
