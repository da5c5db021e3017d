import subprocess


def git(*arguments, may_fail=False):
    subprocess.run(["git", *arguments], cwd="ada", check=not may_fail)


def config(limit, min_days):
    with open("ada/config.json", "w", encoding="utf-8") as file:
        file.write(f'{{\n  "limit": {limit},\n  "min_days": {min_days}\n}}\n')


git("switch", "-q", "-c", "feature/limit")
config(3.5, 0)
git("commit", "-q", "-a", "-m", "Raise the limit to 3.5 V")
git("fetch", "-q")
git("merge", "-q", "origin/main", may_fail=True)
config(3.5, 30)
git("add", "config.json")
git("commit", "-q", "-m", "Merge main: limit 3.5 V, new batteries excepted")
git("push", "-q", "-u", "origin", "feature/limit")
git("switch", "-q", "main")
git("pull", "-q", "--ff-only")
git("merge", "-q", "--no-edit", "feature/limit")
