import unittest

import rides

# Test the parts together: a real SQLite file, and no internet.
