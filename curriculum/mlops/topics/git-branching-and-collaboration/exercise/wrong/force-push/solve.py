import subprocess


def git(*arguments, may_fail=False):
    subprocess.run(["git", *arguments], cwd="ada", check=not may_fail)


def config(limit, min_days):
    with open("ada/config.json", "w", encoding="utf-8") as file:
        file.write(f'{{\n  "limit": {limit},\n  "min_days": {min_days}\n}}\n')


git("switch", "-q", "-c", "feature/limit")
config(3.5, 0)
git("commit", "-q", "-a", "-m", "Raise the limit to 3.5 V")
git("push", "-q", "-u", "origin", "feature/limit")
git("switch", "-q", "main")
git("merge", "-q", "feature/limit")
config(3.5, 30)
git("commit", "-q", "-a", "-m", "Leave new batteries alone")
git("push", "-q", "--force")
