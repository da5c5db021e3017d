"""A pocket-size Dask."""


def compute(graph, key):
    done, running = {}, set()

    def run(name):
        if name in done:
            return done[name]
        if name in running:
            raise ValueError(f"{name!r} needs itself")
        running.add(name)
        task = graph[name]
        if isinstance(task, tuple) and task and callable(task[0]):
            result = task[0](*[value(argument) for argument in task[1:]])
        else:
            result = task
        running.discard(name)
        done[name] = result
        return result

    def value(argument):
        if isinstance(argument, list):
            return [value(item) for item in argument]
        if is_hashable(argument) and argument in graph:
            return run(argument)
        return argument

    return run(key)


def is_hashable(thing):
    try:
        hash(thing)
    except TypeError:
        return False
    return True


class Lazy:
    def __init__(self, graph, key):
        self.graph, self.key = graph, key

    def compute(self):
        return compute(self.graph, self.key)


def partial(loader, column):
    values = [row[column] for row in loader()]
    return len(values), sum(values)


def combine(parts):
    count = sum(part[0] for part in parts)
    return sum(part[1] for part in parts) / count if count else None


class Frame:
    """A lazy table in partitions."""

    def __init__(self, loaders, predicate=None):
        self.loaders = list(loaders)
        self.predicate = predicate

    @property
    def npartitions(self):
        return len(self.loaders)

    def filter(self, predicate):
        return Frame(self.loaders, predicate)

    def mean(self, column):
        def kept(loader):
            return [row for row in loader() if self.predicate is None or self.predicate(row)]
        names = [f"part-{number}" for number in range(self.npartitions)]
        graph = {name: (lambda loader=loader: partial(lambda: kept(loader), column),)
                 for name, loader in zip(names, self.loaders)}
        graph["mean"] = (combine, names)
        return Lazy(graph, "mean")
