import argparse
import json
import logging

from .core import load, stats

log = logging.getLogger("fleetstats")


def main(argv=None):
    parser = argparse.ArgumentParser(prog="fleetstats")
    parser.add_argument("file")
    parser.add_argument("--battery", required=True)
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.DEBUG if args.v else logging.WARNING)
    try:
        rows = load(args.file)
        log.debug("%d rows in %s", len(rows), args.file)
        result = stats(rows, args.battery)
    except (OSError, LookupError, ValueError) as error:
        log.error("%s", error)
        return 1
    print(json.dumps(result))
    return 0
