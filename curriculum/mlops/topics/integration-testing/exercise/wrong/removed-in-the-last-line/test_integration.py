import json
import os
import unittest

import rides


class Nightly(unittest.TestCase):
    def setUp(self):
        self.path = "test.db"
        self.asked = []

    def get(self, url):
        self.asked.append(url)
        return json.dumps(self.sent)

    def test_rides_become_euros_of_each_bike(self):
        self.sent = [{"bike": "k12", "cents": "150"}, {"bike": "k31", "cents": "50"},
                     {"bike": "k12", "cents": "1"}, {"cents": "900"}]
        self.assertEqual(rides.main("http://rides/today", self.path, self.get), {"k12": 1.51, "k31": 0.5})
        self.assertEqual(self.asked, ["http://rides/today"])
        # A second connection sees it too.
        self.assertEqual(rides.report(self.path), {"k12": 1.51, "k31": 0.5})
        os.remove(self.path)

    def test_second_night_replaces_the_first(self):
        self.sent = [{"bike": "k12", "cents": "100"}]
        rides.main("http://rides/today", self.path, self.get)
        self.sent = [{"bike": "k31", "cents": "200"}]
        self.assertEqual(rides.main("http://rides/today", self.path, self.get), {"k31": 2.0})
        os.remove(self.path)
