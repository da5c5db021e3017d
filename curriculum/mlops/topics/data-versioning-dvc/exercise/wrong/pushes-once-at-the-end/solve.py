import subprocess
import sys

REPO = "battery-data"


def git(*arguments):
    subprocess.run(["git", *arguments], cwd=REPO, check=True)


def dvc(*arguments):
    subprocess.run([sys.executable, "../minidvc.py", *arguments], cwd=REPO, check=True)


def append_november():
    with open("november.csv", encoding="utf-8") as new:
        rows = new.read()
    with open(f"{REPO}/data/readings.csv", "a", encoding="utf-8", newline="\n") as data:
        data.write(rows)


dvc("init")
dvc("remote", "../store")
dvc("add", "data/readings.csv")
git("add", ".dvc", "data/readings.csv.dvc", "data/.gitignore")
git("commit", "-q", "-m", "Readings of October")
git("tag", "data-oct")

append_november()
dvc("add", "data/readings.csv")
git("add", "data/readings.csv.dvc")
git("commit", "-q", "-m", "Readings until November")
git("tag", "data-nov")
dvc("push")
git("push", "-q", "origin", "main", "--tags")
