"""Small helpers for latency logs. Some are wrong, some are empty."""


def with_tag(record, tag, tags=[]):
    """Return a NEW record that has the old tags plus `tag`.

    The argument stays as it was. A record without "tags" has none.
    """
    tags.append(tag)
    record["tags"] = tags
    return record


def parse_line(line):
    """'10:00:07 b07 123' -> {'time': '10:00:07', 'battery': 'b07', 'ms': 123}

    Raise ValueError for anything else.
    """
    time, battery, ms = line.split()
    return {"time": time, "battery": battery, "ms": ms}


def read_events(path):
    """Yield the events of the file at `path`, one at a time.

    Skip blank lines and lines that start with '#'. At a malformed line
    raise ValueError; its message has the number of the line in the file.
    """
    raise NotImplementedError


def summarise(events):
    """{battery: {'count': n, 'mean': x, 'max': m}} of the milliseconds.

    `events` may be a generator.
    """
    raise NotImplementedError


def make_slow_filters(limits):
    """One function per limit: f(event) is True when event['ms'] > limit."""
    return [lambda event: event["ms"] > limit for limit in limits]
