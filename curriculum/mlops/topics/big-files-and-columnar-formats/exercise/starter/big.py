"""Questions to a CSV that does not fit into memory.

Its columns are battery,depot,temp. One pass, little memory.
"""


def chunks(path, size):
    """Yield lists of at most `size` rows; a row is a dict of texts."""
    raise NotImplementedError


def merge(parts):
    """Combine partial results {depot: (count, total)} of many chunks.

    Return {depot: {"count": readings, "mean": mean temperature}}.
    """
    raise NotImplementedError


def summary(path):
    """{depot: {"count": readings, "mean": mean temperature}}

    Rows whose temp is not a number are skipped.
    """
    raise NotImplementedError


def hottest(path, k):
    """The k hottest readings as (temp, battery), the hottest first.

    Of equal temperatures the smaller battery name comes first. Rows
    whose temp is not a number are skipped.
    """
    raise NotImplementedError
