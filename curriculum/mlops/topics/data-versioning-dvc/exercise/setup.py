"""Builds the repository battery-data, its server, an empty store and the data of two months."""

import os
import shutil
import subprocess


def git(*arguments, cwd="."):
    when = "2026-10-01T09:00:00+00:00"
    person = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
              for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.com"), ("DATE", when))}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=cwd, env={**os.environ, **person, **own}, check=True)


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def readings(month, numbers):
    """The same in check.py."""
    return "".join(f"b{10 + n * 7 % 90},2026-{month}-{1 + n % 30:02d},{3 + n * 37 % 100 / 100:.2f}\n" for n in numbers)


git("init", "-q", "--bare", "-b", "main", "origin.git")
git("init", "-q", "-b", "main", "battery-data")
git("config", "user.name", "Ada", cwd="battery-data")
git("config", "user.email", "ada@example.com", cwd="battery-data")
# A relative address: the folder may be moved as a whole.
git("remote", "add", "origin", "../origin.git", cwd="battery-data")
write("battery-data/README.md", "# battery-data\n\nReadings to train the battery model with.\n")
git("add", "README.md", cwd="battery-data")
git("commit", "-q", "-m", "Begin", cwd="battery-data")
git("push", "-q", "-u", "origin", "main", cwd="battery-data")

write("battery-data/data/readings.csv", readings("10", range(500)))
write("november.csv", readings("11", range(500, 600)))
os.mkdir("store")
shutil.copyfile(os.path.join(os.path.dirname(os.path.abspath(__file__)), "minidvc.py"), "minidvc.py")
