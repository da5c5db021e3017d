import os
import random
import shutil
import tempfile

from checkkit import check, need_files, probe, stop

luck = random.Random()
ROWS = [{"battery": f"b{number:02d}", "risk": round(luck.random(), 3)} for number in luck.sample(range(1, 99), 4)]
# Keys in another order: the old code sorted them.
ROWS[1] = dict(reversed(list(ROWS[1].items())))
FIRST = [row["battery"] for row in ROWS[:3]]
CSV = "battery,risk\n" + "".join(f"{row['battery']},{row['risk']}\n" for row in ROWS)
JSON = "[" + ", ".join(f'{{"battery": "{row["battery"]}", "risk": {row["risk"]}}}' for row in ROWS) + "]"

BEGIN = f"""
import exporter, formats, rules, stores
ROWS = {ROWS!r}

class Spy:
    def __init__(self):
        self.saved = []

    def save(self, name, text):
        self.saved.append([name, text])
        return "saved by the spy"

def attempt(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__

spy = Spy()
"""


def ask(code):
    """Run code in a copy: what the learner's code writes stays out of the workspace."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "copy")
        shutil.copytree(".", copy, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        made = probe(BEGIN + code, cwd=copy)
    return made.value if made.ok else made.error


need_files("exporter.py")
missing = [name for name in ("rules.py", "formats.py", "stores.py") if not os.path.exists(name)]
found = ask("emit([m.__name__ + '.' + n for m, n in ((rules, 'is_valid'), (formats, 'register'), (exporter, 'Exporter'), "
            "(exporter, 'preview'), (stores, 'FolderStore'), (stores, 'MemoryStore')) if not hasattr(m, n)])")
check(found == [], "The four modules have the names that other teams will use",
      expected="rules.is_valid, formats.register, exporter.Exporter and preview, stores.FolderStore and MemoryStore",
      came="no " + ", ".join(missing) if missing else f"missing: {', '.join(found)}" if isinstance(found, list) else found,
      hint="Begin with the smallest step: move the rule to rules.py and let exporter.py ask it.")
if found != []:
    stop("the rest needs these names")

found = ask("e = exporter.Exporter(spy)\n"
            "emit([attempt(lambda: e.export(ROWS, 'csv')), attempt(lambda: e.export(ROWS, 'json')), spy.saved])")
used = isinstance(found, list) and found[:2] == ["saved by the spy"] * 2
check(used and [name for name, _ in found[2]] == ["out.csv", "out.json"], "Exporter saves in the store that it is given",
      expected="save('out.csv', …) and save('out.json', …) on that store, and its result returned", came=found,
      hint="The store got the texts, but its answer is lost: `export` returns what `save` returns."
      if isinstance(found, list) and found[2] and not used
      else "An Exporter that makes its own store can be used with no other. Take the store as an argument and keep it.")
texts = [text for _, text in found[2]] if isinstance(found, list) else found
check(texts == [CSV, JSON] and ask("emit(exporter.preview(ROWS))") == FIRST, "The texts and the preview are as before",
      expected=[CSV, JSON, FIRST], came=[texts, ask("emit(attempt(lambda: exporter.preview(ROWS)))")],
      hint="A rebuilding keeps the behavior: compare with what the old code wrote, character by character.")

BAD = [{"battery": "", "risk": 0.2}, {"battery": "b99", "risk": 1.01}, {"battery": "b99", "risk": -0.5}]
found = ask(f"tried = [ROWS + [bad] for bad in {BAD!r}]\n"
            "emit([[attempt(lambda: exporter.Exporter(spy).export(rows, 'csv')) for rows in tried], "
            "[attempt(lambda: exporter.preview(rows)) for rows in tried], spy.saved])")
check(found == [["ValueError"] * 3, ["ValueError"] * 3, []], "export and preview refuse a bad row, wherever it stands",
      expected=f"ValueError from both for each of {BAD}, nothing saved", came=found,
      hint="All rows are asked before anything is saved, also those that the preview does not show.")
found = ask("emit([attempt(lambda: exporter.Exporter(spy).export(ROWS, 'fax')), spy.saved])")
check(found == ["ValueError", []], "An unknown kind raises ValueError and nothing is saved",
      expected=["ValueError", []], came=found,
      hint="Callers catch ValueError, as the old code raised it; a dict raises something else for a key that it lacks.")

found = ask("formats.register('names', lambda rows: '+'.join(row['battery'] for row in rows))\n"
            "emit([attempt(lambda: exporter.Exporter(spy).export(ROWS, 'names')), spy.saved])")
want = [["out.names", "+".join(row["battery"] for row in ROWS)]]
check(isinstance(found, list) and found[1] == want, "A new format needs register() and no edit", expected=want, came=found,
      hint="register() was called and nobody looked the function up. With an if for each kind, every new format is an edit.")

found = ask(f"emit([attempt(lambda: bool(rules.is_valid(row))) for row in [ROWS[0], *{BAD!r}]])")
check(found == [True, False, False, False], "is_valid returns whether a row is valid",
      expected=[True, False, False, False], came=found,
      hint="A rule that raises by itself cannot be asked by anybody who only wants to know. "
           "It returns the answer; the caller decides what to do.")
found = ask("rules.is_valid = lambda row: row['risk'] <= 5\nrows = [{'battery': 'b31', 'risk': 5}]\n"
            "emit([attempt(lambda: exporter.Exporter(spy).export(rows, 'csv')), attempt(lambda: exporter.preview(rows)), spy.saved])")
changed = isinstance(found, list) and [found[0] != "ValueError" and found[2] != [], found[1] == ["b31"]]
check(changed == [True, True], "A new rule in rules.py changes export and preview",
      expected=["out.csv saved", ["b31"]], came=found,
      hint="A copy of the rule was left behind in one of the two." if changed and any(changed)
      else "Both still use the old rule. After `from rules import is_valid` a module has a label of its own.")

found = ask("""
import os, tempfile
promises = []
with tempfile.TemporaryDirectory() as folder:
    results = [attempt(lambda: stores.MemoryStore().save("c.txt", "in a store of its own")),
               attempt(lambda: str(stores.FolderStore(folder).save("d.txt", "")).replace(folder + os.sep, "FOLDER/"))]
    for store in (stores.MemoryStore(), stores.FolderStore(folder)):
        store.save("a.txt", "old, and longer\\n")
        store.save("a.txt", "new\\n")
        store.save("b.txt", "other")
        promises.append([attempt(lambda: store.load("a.txt")), attempt(lambda: store.load("b.txt")),
                         attempt(lambda: store.load("c.txt"))])
emit([promises, results])
""")
found, results = found if isinstance(found, list) else (found, found)
want = ["new\n", "other", "KeyError"]
check(found == [want, want], "Both stores keep the same promise, also for unknown names",
      expected={"MemoryStore": want, "FolderStore": want},
      came=dict(zip(("MemoryStore", "FolderStore"), found)) if isinstance(found, list) else found,
      hint="Whoever holds a store should not have to ask which one: the same call, the same result and the same error. "
      "And what one store holds, another does not know.")
check(results == ["c.txt", "FOLDER/d.txt"], "save returns the name in a MemoryStore, the path in a FolderStore",
      expected=["c.txt", "FOLDER/d.txt"], came=results,
      hint="export hands on what save returns: without a return that is None.")
