"""A key-value store in memory. Given: do not change it."""

import copy


class Store:
    def __init__(self, clock):
        self.clock = clock                  # gives the time in seconds
        self.data = {}                      # key: (document, version, end)
        self.gets = 0
        self.scans = 0

    def get(self, key):
        """(document, version), or (None, version) if nothing is there.

        The version of a key that was never written is 0.
        """
        self.gets += 1
        document, version, end = self.data.get(key, (None, 0, None))
        if end is not None and self.clock() >= end:
            document = None
        return copy.deepcopy(document), version

    def put(self, key, document, expect=None, ttl=None):
        """Write the document; True if it was written.

        With `expect`, only if the stored version is still that one. With
        `ttl`, the document is gone after so many seconds.
        """
        version = self.data.get(key, (None, 0, None))[1]
        if expect is not None and version != expect:
            return False
        end = None if ttl is None else self.clock() + ttl
        self.data[key] = (copy.deepcopy(document), version + 1, end)
        return True

    def scan(self):
        """All keys with their documents. Asks every machine: slow."""
        self.scans += 1
        return [(key, copy.deepcopy(document)) for key, (document, _, _) in self.data.items()]
