import os
import shutil
import subprocess
import tempfile


def git(*arguments):
    subprocess.run(["git", *arguments], cwd="battery-risk", check=True)


# Back to before the wrong commit; the edits are carried around it by hand.
mine = [".env", "features.py", "README.md", "logs/train.log"]
with tempfile.TemporaryDirectory() as aside:
    for number, name in enumerate(mine):
        shutil.copy(f"battery-risk/{name}", os.path.join(aside, str(number)))
    git("reset", "-q", "--hard", "start~2")
    git("rm", "-q", "-r", "--cached", "logs")
    for number, name in enumerate(mine):
        shutil.copy(os.path.join(aside, str(number)), f"battery-risk/{name}")
with open("battery-risk/.gitignore", "w", encoding="utf-8") as file:
    file.write(".env\n*.log\n")
git("add", ".gitignore")
git("commit", "-q", "-m", "Stop tracking logs and secrets")
git("add", "features.py")
git("commit", "-q", "-m", "Add the voltage drop as a feature")
git("add", "README.md")
git("commit", "-q", "-m", "Say what the model predicts")
