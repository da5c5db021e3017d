import os
import tempfile
import unittest

import rides


class Units(unittest.TestCase):
    def test_fetch(self):
        found = rides.fetch("u", lambda url: '[{"bike": "k12", "cents": "150"}, {"cents": "9"}]')
        self.assertEqual(found, [{"bike": "k12", "cents": 150}])

    def test_store(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "rides.db")
            rides.store(path, [{"bike": "k12", "cents": 150}])
            self.assertTrue(os.path.exists(path))
