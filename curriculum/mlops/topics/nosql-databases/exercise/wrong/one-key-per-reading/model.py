"""Keys and documents for the access patterns of the app."""

BUCKET = 1


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
    head_key = f"readings:{battery}"
    while True:
        head, head_version = store.get(head_key)
        buckets = head["buckets"] if head else 0
        if buckets:
            key = f"readings:{battery}:{buckets - 1}"
            document, version = store.get(key)
            old = document["readings"] if document else []
            if len(old) < BUCKET:
                if store.put(key, {"readings": [*old, reading]}, expect=version):
                    return
                continue
        store.put(head_key, {"buckets": buckets + 1}, expect=head_version)


def readings(store, battery):
    head, _ = store.get(f"readings:{battery}")
    found = []
    for bucket in range(head["buckets"] if head else 0):
        document, _ = store.get(f"readings:{battery}:{bucket}")
        found += document["readings"] if document else []
    return found


def login(store, token, rider, seconds):
    store.put(f"session:{token}", {"rider": rider}, ttl=seconds)


def whoami(store, token):
    document, _ = store.get(f"session:{token}")
    return document["rider"] if document else None
