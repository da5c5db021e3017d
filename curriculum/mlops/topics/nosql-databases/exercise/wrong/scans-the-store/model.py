"""Keys and documents for the access patterns of the app."""

BUCKET = 100


def save_bill(store, bill_id, rider, lines):
    store.put(f"bill:{bill_id}", {"rider": rider, "lines": lines})


def load_bill(store, bill_id):
    return store.get(f"bill:{bill_id}")[0]


def add(store, name, n):
    key = f"counter:{name}"
    while True:
        document, version = store.get(key)
        value = (document["value"] if document else 0) + n
        if store.put(key, {"value": value}, expect=version):
            return value


def add_reading(store, battery, reading):
    store.put(f"reading:{battery}:{len(store.data):09}", reading)


def readings(store, battery):
    return [document for key, document in sorted(store.scan(), key=lambda pair: pair[0])
            if key.startswith(f"reading:{battery}:")]


def login(store, token, rider, seconds):
    store.put(f"session:{token}", {"rider": rider}, ttl=seconds)


def whoami(store, token):
    document, _ = store.get(f"session:{token}")
    return document["rider"] if document else None
