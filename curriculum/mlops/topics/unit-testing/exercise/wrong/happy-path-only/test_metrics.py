import unittest

from metrics import clip, moving_average, precision


class Metrics(unittest.TestCase):
    def test_precision(self):
        self.assertEqual(precision(3, 1), 0.75)

    def test_moving_average(self):
        self.assertEqual(moving_average([1, 2, 3], 2), [1.5, 2.5])

    def test_clip(self):
        self.assertEqual(clip(3, 2, 4), 3)
