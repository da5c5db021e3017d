import unittest

from metrics import clip, moving_average, precision


class Precision(unittest.TestCase):
    def test_share_of_right_warnings(self):
        for right, false, want in [(3, 1, 0.75), (1, 3, 0.25), (0, 5, 0.0), (5, 0, 1.0), (0, 0, 0.0)]:
            with self.subTest(right=right, false=false):
                self.assertAlmostEqual(precision(right, false), want)

    def test_negative_counts_are_refused(self):
        with self.assertRaises(ValueError):
            precision(-1, 3)
            precision(3, -1)


class MovingAverage(unittest.TestCase):
    def test_one_average_for_each_full_window(self):
        found = moving_average([0.1, 0.2, 0.6, 1.0], 2)
        self.assertEqual(len(found), 3)
        for got, want in zip(found, [0.15, 0.4, 0.8]):
            self.assertAlmostEqual(got, want)

    def test_edges_of_the_window(self):
        self.assertEqual(moving_average([4, 8], 3), [])
        self.assertEqual(moving_average([4, 8], 2), [6])
        self.assertEqual(moving_average([4, 8], 1), [4, 8])
        with self.assertRaises(ValueError):
            moving_average([4, 8], 0)

    def test_argument_stays_as_it_was(self):
        volts = [3.9, 3.4, 3.7]
        moving_average(volts, 2)
        self.assertEqual(volts, [3.9, 3.4, 3.7])


class Clip(unittest.TestCase):
    def test_both_ends(self):
        self.assertEqual([clip(v, 2, 4) for v in (1, 2, 3, 4, 5)], [2, 2, 3, 4, 4])

    def test_equal_ends(self):
        self.assertEqual(clip(9, 5, 5), 5)

    def test_ends_the_wrong_way_round_are_refused(self):
        with self.assertRaises(ValueError):
            clip(1, 3, 2)
