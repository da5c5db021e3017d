"""Keys and documents for the access patterns of the app."""


def save_bill(store, bill_id, rider, lines):
    """Keep a bill: `rider` is a dict, `lines` a list of dicts."""
    raise NotImplementedError


def load_bill(store, bill_id):
    """{"rider": {...}, "lines": [...]} as it was saved, or None."""
    raise NotImplementedError


def add(store, name, n):
    """Add n to the counter `name` and return its new value.

    A counter begins at 0. Other workers add at the same time.
    """
    raise NotImplementedError


def add_reading(store, battery, reading):
    """Keep one more reading (a dict) of the battery."""
    raise NotImplementedError


def readings(store, battery):
    """All readings of the battery, the oldest first."""
    raise NotImplementedError


def login(store, token, rider, seconds):
    """Remember for so many seconds that `token` belongs to `rider`."""
    raise NotImplementedError


def whoami(store, token):
    """The rider of the token, or None."""
    raise NotImplementedError
