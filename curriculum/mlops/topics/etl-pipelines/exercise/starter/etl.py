"""Loads the repair bills of one day from a CSV into the database."""

import argparse
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--day", required=True, help="the day of the data, such as 2026-11-01")
    parser.add_argument("--raw", required=True, help="the folder with DAY.csv")
    parser.add_argument("--db", required=True, help="the SQLite file, made if it is not there")
    arguments = parser.parse_args()
    raise NotImplementedError("extract, transform, audit and load")


if __name__ == "__main__":
    sys.exit(main())
