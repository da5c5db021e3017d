import subprocess


def git(*arguments):
    subprocess.run(["git", *arguments], cwd="battery-risk", check=True)


def ignore():
    with open("battery-risk/.gitignore", "w", encoding="utf-8") as file:
        file.write(".env\n*.log\n")


git("restore", "--staged", ".env")
git("rm", "-q", "--cached", "logs/train.log")
ignore()
git("restore", "--source=start~1", "labels.txt")
git("restore", "--source=start~2", "limits.py")
git("add", ".")
git("commit", "-q", "-m", "Repair everything")
