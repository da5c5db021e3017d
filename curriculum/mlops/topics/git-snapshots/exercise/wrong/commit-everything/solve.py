import subprocess


def git(*arguments):
    subprocess.run(["git", *arguments], cwd="battery-risk", check=True)


def ignore():
    with open("battery-risk/.gitignore", "w", encoding="utf-8") as file:
        file.write(".env\n*.log\n")


git("add", "-A")
git("commit", "-q", "-m", "Update")
ignore()
git("add", ".gitignore")
git("rm", "-q", "--cached", "logs/train.log", ".env")
git("commit", "-q", "-m", "Stop tracking logs and secrets")
git("revert", "--no-edit", "start~1")
git("restore", "--source=start~1", "labels.txt")
git("add", "labels.txt")
git("commit", "-q", "-m", "Bring the labels back")
