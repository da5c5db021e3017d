import hashlib
import os
import sys
import tempfile

from checkkit import check, git, need_files, run

MINIDVC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "minidvc.py")
REPO, ORIGIN = os.path.abspath("battery-data"), os.path.abspath("origin.git")
DATA, POINTER = "data/readings.csv", "data/readings.csv.dvc"


def readings(month, numbers):
    """The same in setup.py."""
    return "".join(f"b{10 + n * 7 % 90},2026-{month}-{1 + n % 30:02d},{3 + n * 37 % 100 / 100:.2f}\n" for n in numbers)


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


def lines(text):
    return (text or "").splitlines()


need_files("battery-data/.git", "origin.git")
october = readings("10", range(500))
november = october + readings("11", range(500, 600))
versions = {"data-oct": october, "data-nov": november}
try:
    with open(os.path.join(REPO, DATA), encoding="utf-8", newline="") as file:
        here = file.read()
except OSError:
    here = None

# The commits
names = set()
for place in REPO, ORIGIN:
    names |= set(lines(git("log", "--all", "--name-only", "--format=", cwd=place)))
check(DATA not in names, f"{DATA} is in no commit",
      expected=f"no {DATA}", came=f"{DATA} is in the history",
      hint="Once committed, rows stay in the history, and everybody clones them. If nobody has the commit yet, "
           "make it anew without them; --reset lays everything out again.")
cached = sorted(name for name in names if name.startswith((".dvc/cache", "store/")))
check(POINTER in names and not cached, "The pointer is in Git, and the cache is not",
      expected=POINTER, came=cached[:2] or sorted(names),
      hint=".dvc/.gitignore keeps the cache out, if it is not forced in." if cached
      else "Git can keep a small text file that names the data by its hash. `add` of minidvc.py writes it.")
ignored = run(["git", "check-ignore", "-q", "--no-index", DATA], cwd=REPO).status == 0
left = lines(git("status", "--porcelain", "-uall", cwd=REPO))
check(ignored and not left, f"Git ignores {DATA}, and nothing is left uncommitted",
      expected="ignored, and an empty git status",
      came=("ignored" if ignored else "not ignored") + "; " + (", ".join(left) or "clean"),
      hint="Commit what `init`, `remote` and `add` wrote: .dvc, the pointer and data/.gitignore.")
tags = set(lines(git("tag", "--list", cwd=ORIGIN)))
local, shared = git("rev-parse", "main", cwd=REPO), git("rev-parse", "main", cwd=ORIGIN)
check(set(versions) <= tags and local == shared, "main and both tags are on origin.git",
      expected=["main as in battery-data", *versions],
      came=["main as in battery-data" if local == shared else "an older main", *sorted(tags)],
      hint="`git push origin main` leaves tags behind, unless they are named or `--tags` is given.")

# Each version
for tag, want in versions.items():
    other = versions["data-nov" if tag == "data-oct" else "data-oct"]
    pointer = git("show", f"{tag}:{POINTER}", cwd=ORIGIN)
    tagged = git("rev-parse", "-q", "--verify", f"refs/tags/{tag}", cwd=ORIGIN) is not None
    found = [line.split(": ")[1].strip() for line in lines(pointer) if "md5: " in line]
    rows = want.count("\n")
    hint = f"The hash belongs to other content. Compare the size in the pointer with that of {rows} rows."
    came = found[0] if found else "a pointer without md5"
    if not tagged:
        hint, came = "The version is a commit, and the tag is its name. Push it too.", "no such tag on origin.git"
    elif pointer is None:
        hint = "The tag was set before the pointer was committed: it names the commit that was the newest then."
        came = "a commit without the pointer"
    elif found == [md5(other)] and tag == "data-oct":
        hint = "The tag of October names the pointer of November. Which commit was the newest when you set it?"
        came = "the md5 of November"
    elif found == [md5(other)]:
        hint, came = "The rows of november.csv were never in the file that was added.", "the md5 of October"
        if here == want:
            hint = "The file has 600 rows, its pointer still names the 500. After every change the data must be added again."
    elif here is not None and here != want and here.startswith(november):
        hint = "november.csv stands more than once in your file. Keep its first 600 lines (`head -n 600`), and add it again."
    check(found == [md5(want)], f"{tag}: the pointer belongs to the {rows} rows", expected=md5(want), came=came, hint=hint)

    came, hint = "no such tag on origin.git", "This can be told once the tag is on origin.git."
    same = False
    if tagged:
        with tempfile.TemporaryDirectory() as folder:
            clone = os.path.join(folder, "clone")
            git("clone", "-q", "-b", tag, ORIGIN, clone)
            pulled = run([sys.executable, MINIDVC, "pull"], cwd=clone)
            path = os.path.join(clone, DATA)
            if os.path.exists(path):
                with open(path, encoding="utf-8", newline="") as file:
                    text = file.read()
                same, came = text == want, f"{len(lines(text))} rows"
                hint = "The pull works, and brings what the pointer of this commit names."
            else:
                came = (pulled.err.strip().splitlines() or ["nothing was pulled: there is no pointer"])[-1]
                hint = "A clone has what is in the commit: the configuration in .dvc and the pointer must be part of it."
                if "missing:" in came:
                    hint = ("git push shared the pointer; the data is in your cache only. Push it to the store as well. "
                            f"`push` carries what the pointers in front of you name: `git switch --detach {tag}`, "
                            "push, and switch back to main.")
    check(same, f"{tag}: a fresh clone and a pull give exactly the {rows} rows",
          expected=f"{rows} rows", came=came, hint=hint)
