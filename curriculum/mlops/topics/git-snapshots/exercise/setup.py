"""Builds the repository battery-risk: four commits, and an unfinished state on top."""

import os
import subprocess

REPO = "battery-risk"


def git(*arguments, day=1):
    when = f"2026-11-{day:02d}T09:00:00+00:00"
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.com"), ("DATE", when))}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=REPO, env={**os.environ, **who, **own}, check=True)


def write(name, text):
    path = os.path.join(REPO, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


os.makedirs(REPO)
git("init", "-q", "-b", "main")
git("config", "user.name", "Ada")
git("config", "user.email", "ada@example.com")

write("limits.py", "MIN_VOLTS = 3.2\n")
write("README.md", "# battery-risk\n")
git("add", ".")
git("commit", "-q", "-m", "Flag batteries below 3.2 V", day=2)

write("labels.txt", "b07 failed\nb12 healthy\nb31 failed\n")
write("logs/train.log", "epoch 1 loss 0.61\n")
git("add", ".")
git("commit", "-q", "-m", "Add labels and write a training log", day=3)

write("limits.py", "MIN_VOLTS = 3.9\n")
git("commit", "-q", "-a", "-m", "Raise the limit", day=4)

git("rm", "-q", "labels.txt")
git("commit", "-q", "-m", "Clean up", day=5)
git("tag", "start")

write(".env", "SENSOR_TOKEN=flt-5c1e-not-for-git\n")
git("add", ".env")
write("features.py", "def drop(volts):\n    return max(volts) - min(volts)\n")
write("README.md", "# battery-risk\n\nPredicts which battery fails within a week.\n")
write("logs/train.log", "epoch 1 loss 0.61\nepoch 2 loss 0.48\n")
