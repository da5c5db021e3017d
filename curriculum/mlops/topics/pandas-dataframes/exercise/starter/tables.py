"""What pandas does with tables, in plain Python.

A table is a list of dicts, one for each row; None means missing.
No function changes its arguments.
"""


def left_join(left, right, on, validate=None):
    """Every left row, in order, joined to each right row with the same `on`.

    A left row without a partner gets None in the columns of the right
    (all names that occur in `right`, without `on`). A key that is None
    matches nothing. With validate="m:1", raise ValueError if a key that
    is not None occurs twice in `right`.
    """
    raise NotImplementedError


def group_stats(rows, by, column):
    """{group: {"size": rows, "count": values that are there, "mean": x}}

    The mean is that of the values that are there, None if there are none.
    Rows whose `by` is None form the group None.
    """
    raise NotImplementedError


def add_share(rows, by, column):
    """New rows in the same order, each with one more column, "share".

    The share is the value divided by the sum of the values in its group;
    None if the value is missing or the sum is 0.
    """
    raise NotImplementedError


def latest(rows, by, order):
    """For each group the row with the largest `order`, the first of equals.

    Groups come in the order in which they first appear.
    """
    raise NotImplementedError
