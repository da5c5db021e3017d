import unittest

from metrics import clip, moving_average, precision

# Write at least one TestCase here. Run it with: python3 -m unittest -v
