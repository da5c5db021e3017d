"""Builds the server origin.git and Ada's clone; Ben has pushed since she last fetched."""

import os
import shutil
import subprocess


def git(*arguments, cwd=".", who="Ada", day=2):
    when = f"2026-11-{day:02d}T09:00:00+00:00"
    person = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
              for key, value in (("NAME", who), ("EMAIL", f"{who.lower()}@example.com"), ("DATE", when))}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=cwd, env={**os.environ, **person, **own}, check=True)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def config(limit, min_days):
    return f'{{\n  "limit": {limit},\n  "min_days": {min_days}\n}}\n'


git("init", "-q", "--bare", "-b", "main", "origin.git")

git("clone", "-q", "origin.git", "ada")
git("switch", "-q", "-c", "main", cwd="ada")
# A relative address: the folder may be moved as a whole.
git("remote", "set-url", "origin", "../origin.git", cwd="ada")
git("config", "user.name", "Ada", cwd="ada")
git("config", "user.email", "ada@example.com", cwd="ada")
write("ada/config.json", config(3.2, 0))
write("ada/rules.py", '''import json


def weak(volts, days):
    with open("config.json", encoding="utf-8") as file:
        config = json.load(file)
    return volts < config["limit"] and days >= config["min_days"]
''')
git("add", ".", cwd="ada")
git("commit", "-q", "-m", "Flag weak batteries", cwd="ada")
git("push", "-q", "-u", "origin", "main", cwd="ada")

git("clone", "-q", "origin.git", "ben")
write("ben/config.json", config(3.2, 30))
git("commit", "-q", "-a", "-m", "Leave new batteries alone", cwd="ben", who="Ben", day=3)
git("push", "-q", cwd="ben", who="Ben")
shutil.rmtree("ben")

# A name that no fetch brings: the check knows Ben's commit by it.
git("update-ref", "refs/check/ben", "main", cwd="origin.git")
