import json
import os
import random
import re
import sys
import tempfile

from checkkit import check, need_files, run

WORKSPACE = os.getcwd()
SOURCE = {"PYTHONPATH": os.path.join(WORKSPACE, "src")}
luck = random.Random()


def python(*arguments):
    """Run Python in a folder that is not the learner's."""
    return run([sys.executable, *arguments], cwd=folder, env=SOURCE)


def last(text):
    return ([line for line in text.strip().splitlines() if line.strip()] or [""])[-1]


def ending(result):
    return f"status {result.status}, stdout {result.out.strip()!r}, stderr ends with {last(result.err)!r}"


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def right(result):
    found = parsed(result.out)
    return (result.status == 0 and isinstance(found, dict) and found.keys() == {"battery", "count", "mean_volts"}
            and found["battery"] == "b07" and found["count"] == len(volts)
            and abs(found["mean_volts"] - sum(volts) / len(volts)) < 1e-6)


def project():
    """The [project] table. Python before 3.11 cannot read TOML: then only what is asked for here."""
    with open("pyproject.toml", encoding="utf-8") as file:
        text = file.read()
    try:
        import tomllib
    except ImportError:
        tables, name = {}, ""
        for line in text.splitlines():
            if re.match(r"\s*\[", line):
                name = line.strip().strip("[]")
            elif "=" in line and not line.strip().startswith("#"):
                key, _, value = line.partition("=")
                tables.setdefault(name, {})[key.strip().strip("\"'")] = value.strip().strip("\"'")
        return {**tables.get("project", {}), "scripts": tables.get("project.scripts", {})}
    try:
        return tomllib.loads(text).get("project", {})
    except tomllib.TOMLDecodeError as error:
        return {"error": f"pyproject.toml is no TOML: {error}"}


need_files("pyproject.toml", "src/fleetstats/__init__.py", "src/fleetstats/core.py")

with tempfile.TemporaryDirectory() as folder:
    # Other numbers in each run, so that printed answers cannot be copied.
    volts = [round(luck.uniform(2.9, 4.2), 2) for _ in range(luck.randrange(3, 8))]
    rest = luck.randrange(1000, 1900)     # the date and the time of a message have no such number
    rows = [f"b07,{v}" for v in volts] + ["b12,3.9"] * rest
    luck.shuffle(rows)
    with open(os.path.join(folder, "today.csv"), "w", encoding="utf-8") as file:
        file.write("\n".join(["battery,volts", *rows]) + "\n")
    want = json.dumps({"battery": "b07", "count": len(volts), "mean_volts": sum(volts) / len(volts)})
    command = ["-m", "fleetstats"]

    made = python("-c", "import fleetstats, fleetstats.core")
    check(made.status == 0 and not made.out and not made.err, "Importing the package prints nothing, in any folder",
          expected="no output, status 0", came=ending(made),
          hint="An import runs the top level of every module. What reads or prints belongs into a function.")

    plain = python(*command, "today.csv", "--battery", "b07")
    beside = re.search(r"No module named '(\w+)'", plain.err)
    check(right(plain), "python3 -m fleetstats prints the JSON of one battery",
          expected=want, came=ending(plain),
          hint="Open exactly the path that was passed in; a relative one starts at the folder of the run."
          if "No such file" in plain.err
          else "`-m fleetstats` runs the file `src/fleetstats/__main__.py`." if "No module named fleetstats.__main__" in plain.err
          else "Inside the package, a module beside yours is imported with a dot before its name."
          if beside and os.path.exists(f"src/fleetstats/{beside[1]}.py")
          else "That is how Python prints a dict. JSON has double quotes; the module `json` writes it."
          if plain.out.lstrip().startswith("{'")
          else "Stdout is only for the result: no greeting, no progress, three keys as in task.md.")

    made = python(*command, "today.csv", "--battery", "b07", "-v")
    check(right(made), "With -v, stdout still has the JSON and nothing else",
          expected=want, came=ending(made),
          hint="The next program reads stdout. Messages go to the other stream, which is where logging writes by itself."
          if right(plain) and made.status == 0
          else "argparse expects a value after an option, unless its `action` makes it a switch." if right(plain)
          else "First make it right without -v.")
    number = rf"\b({len(rows)}|{len(rows):,})\b"
    counted = re.search(number, made.err) is not None
    silent = re.search(number, plain.err) is None
    check(made.status == 0 and counted and silent, "With -v, and only then, stderr tells the number of rows",
          expected=f"{len(rows)} in the messages with -v, and no such message without",
          came=f"with -v: {last(made.err)!r}; without: {last(plain.err)!r}",
          hint="Logging shows warnings and worse; -v asks for a lower level. Count all rows of the file.")

    for what, arguments, name in (("A missing file", ["none.csv", "--battery", "b07"], "none.csv"),
                                  ("A battery without rows", ["today.csv", "--battery", "b99"], "b99")):
        made = python(*command, *arguments)
        named = name in made.err and "Traceback" not in made.err
        check(made.status == 1 and not made.out and named, f"{what} ends with status 1 and a message on stderr",
              expected=f"status 1, nothing on stdout, a message that names {name}, no traceback", came=ending(made),
              hint="The word ERROR is for people: a scheduler looks only at the status, and this run counts as a success."
              if made.status == 0 else "Catch what can go wrong here, log it, and let the status say it too.")

    made = python(*command, "today.csv")
    check(made.status == 2, "A call without --battery ends with status 2",
          expected="status 2, as argparse does it", came=ending(made),
          hint="argparse can be told that an option is required, and then ends the program itself.")

    declared = project()
    check("requires-python" in declared and "dependencies" in declared,
          "pyproject.toml declares requires-python and dependencies",
          expected="both in [project]", came=declared.get("error") or sorted(declared),
          hint="A key belongs to the table above it: both stand below [project] and above the next line in square brackets."
          if isinstance(declared.get("scripts"), dict) and {"requires-python", "dependencies"} & set(declared["scripts"])
          else "No dependencies is a statement too: an empty list.")
    scripts = declared.get("scripts")
    target = str(scripts.get("fleetstats", "")) if isinstance(scripts, dict) else ""
    module, _, function = target.partition(":")
    made = python("-c", "import importlib, sys\n"
                  "module, function = sys.argv[1:3]\n"
                  "sys.argv = ['fleetstats', *sys.argv[3:]]\n"
                  "sys.exit(getattr(importlib.import_module(module), function)())",
                  module, function, "today.csv", "--battery", "b07") if target else None
    twice = made is not None and right(plain) and made.out.count(plain.out.strip()) > 1
    check(made is not None and right(made), "The command fleetstats in pyproject.toml starts the same function",
          expected=want, came=f"{target}: {ending(made)}" if made else "no fleetstats in [project.scripts]",
          hint="The module runs the function when it is imported, and the command calls it once more. Name the module that "
          "only defines it, or guard the call with `if __name__ == \"__main__\":`." if twice
          else "The form is \"package.module:function\". The command calls that function without arguments.")
