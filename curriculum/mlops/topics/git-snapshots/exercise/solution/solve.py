import subprocess


def git(*arguments):
    subprocess.run(["git", *arguments], cwd="battery-risk", check=True)


git("restore", "--staged", ".env")
git("add", "features.py")
git("commit", "-q", "-m", "Add the voltage drop as a feature")
git("add", "README.md")
git("commit", "-q", "-m", "Say what the model predicts")
git("rm", "-q", "--cached", "logs/train.log")
with open("battery-risk/.gitignore", "w", encoding="utf-8") as file:
    file.write(".env\n*.log\n")
git("add", ".gitignore")
git("commit", "-q", "-m", "Stop tracking logs and secrets")
git("revert", "--no-edit", "start~1")
git("restore", "--source=start~1", "labels.txt")
git("add", "labels.txt")
git("commit", "-q", "-m", "Bring the labels back")
