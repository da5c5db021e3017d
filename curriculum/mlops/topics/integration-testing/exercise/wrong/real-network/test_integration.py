import os
import tempfile
import unittest

import rides


class Live(unittest.TestCase):
    def test_live(self):
        with tempfile.TemporaryDirectory() as folder:
            found = rides.main("http://rides.example.com/today", os.path.join(folder, "rides.db"))
        self.assertIsInstance(found, dict)
