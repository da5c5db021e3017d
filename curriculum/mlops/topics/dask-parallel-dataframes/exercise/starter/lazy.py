"""A pocket-size Dask.

A graph is a dict: key -> value, or key -> (function, argument, ...).
An argument that is a key of the graph stands for the result of that task;
an argument may also be a list of keys.
"""


def compute(graph, key):
    """The value of `key`.

    Runs only the tasks that `key` needs, each at most once. A circle
    raises ValueError. The graph is not changed.
    """
    raise NotImplementedError


class Frame:
    """A lazy table in partitions.

    `loaders` are functions without arguments, one for each partition;
    each returns the rows of its partition, a list of dicts.
    """

    def __init__(self, loaders):
        self.loaders = list(loaders)

    @property
    def npartitions(self):
        return len(self.loaders)

    def filter(self, predicate):
        """A new lazy Frame of the rows for which predicate(row) is true."""
        raise NotImplementedError

    def mean(self, column):
        """A lazy object; its .compute() gives the mean over all partitions.

        It gives None if there are no rows.
        """
        raise NotImplementedError
