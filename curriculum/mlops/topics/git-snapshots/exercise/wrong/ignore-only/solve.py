import subprocess


def git(*arguments):
    subprocess.run(["git", *arguments], cwd="battery-risk", check=True)


def ignore():
    with open("battery-risk/.gitignore", "w", encoding="utf-8") as file:
        file.write(".env\n*.log\n")


git("restore", "--staged", ".env")
git("add", "features.py")
git("commit", "-q", "-m", "Add the voltage drop as a feature")
git("add", "README.md")
git("commit", "-q", "-m", "Say what the model predicts")
ignore()
git("add", ".gitignore")
git("commit", "-q", "-m", "Ignore logs and secrets")
git("revert", "--no-edit", "start~1")
git("restore", "--source=start~1", "labels.txt")
git("add", "labels.txt")
git("commit", "-q", "-m", "Bring the labels back")
