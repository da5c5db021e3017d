import unittest
from unittest import mock

import rides


class Nightly(unittest.TestCase):
    def test_main(self):
        with mock.patch("rides.fetch", return_value=[]), mock.patch("rides.store") as store, \
                mock.patch("rides.report", return_value={"k12": 1.5}):
            self.assertEqual(rides.main("http://rides/today", "x.db"), {"k12": 1.5})
        store.assert_called_once_with("x.db", [])
