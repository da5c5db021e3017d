import unittest

from metrics import clip, moving_average, precision


class Metrics(unittest.TestCase):
    def test_precision(self):
        precision(3, 1) == 0.75
        precision(0, 0) == 0

    def test_moving_average(self):
        self.assertTrue(moving_average([1, 2, 3], 2), [1.5, 2.5])

    def test_clip(self):
        self.assertTrue(clip(9, 2, 4), 4)
