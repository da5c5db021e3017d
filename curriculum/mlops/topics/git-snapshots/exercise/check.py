import os
import tempfile

from checkkit import check, git, need_files

REPO = "battery-risk"
SHARED = ["Flag batteries below 3.2 V", "Add labels and write a training log", "Raise the limit", "Clean up"]


def repo(*arguments):
    return git(*arguments, cwd=REPO)


def lines(*arguments):
    return (repo(*arguments) or "").splitlines()


def blob(commit, path):
    """The id of a file's content in a commit, or None."""
    return repo("rev-parse", "-q", "--verify", f"{commit}:{path}")


def on_disk(path):
    return os.path.exists(os.path.join(REPO, path))


def names(paths):
    return ", ".join(paths) if paths else "nothing"


need_files(REPO, REPO + "/.git")

# What this commit changed, for every commit that the learner made on main.
mine = {commit: lines("diff-tree", "--no-commit-id", "--name-only", "-r", commit)
        for commit in lines("rev-list", "--reverse", "start..main")}
tracked = lines("ls-tree", "-r", "--name-only", "main")

# What the committed .gitignore does, for everybody who clones this.
with tempfile.TemporaryDirectory() as folder:
    git("clone", "-q", "--branch", "main", REPO, os.path.join(folder, "clone"))
    ignored = [path for path in (".env", "logs/next.log")
               if git("check-ignore", "-q", path, cwd=os.path.join(folder, "clone")) is not None]

# The commits that others have.
shared = repo("merge-base", "--is-ancestor", "start", "main") is not None
kept = shared and lines("log", "--reverse", "--format=%s", "start") == SHARED
check(kept, "The commits up to start are still in the history of main",
      expected=f"{len(SHARED)} shared commits, then yours",
      came="the history was rewritten",
      hint="Your team has those commits, so an undo is a new commit on top. "
           "`git reflog` shows where main was before; --reset builds the repository again.")

# labels.txt
old, now = blob("start~1", "labels.txt"), blob("main", "labels.txt")
check(now is not None and now == old, "labels.txt is back, with its old content",
      expected="labels.txt in main, as it was before `Clean up`",
      came="no labels.txt in main" if now is None else "other content",
      hint="It is on your disk but in no commit yet: add and commit it." if now is None and on_disk("labels.txt")
      else "The commit before `Clean up` still has it, and `git restore` can take a file from any commit.")

# logs/train.log
if "logs/train.log" in tracked:
    came = "still tracked"
    hint = ("A rule in .gitignore does nothing for a tracked file: it has to leave the index as well."
            if "logs/next.log" in ignored else "A tracked file leaves the index by a command, and then by a commit.")
else:
    came = "gone from your disk"
    hint = ("It was deleted instead of untracked. `git restore --source=start logs/train.log` brings back "
            "an older state; untracking alone needs one more option.")
check("logs/train.log" not in tracked and on_disk("logs/train.log"),
      "logs/train.log is no longer tracked, but still on disk",
      expected="not in main, and on disk", came=came, hint=hint)
check("logs/next.log" in ignored, "New .log files are ignored",
      expected="the committed .gitignore ignores logs/next.log", came="it would be listed as untracked",
      hint="A pattern such as *.txt holds in every folder. The file .gitignore must be committed too.")

# Raise the limit
right = blob("start~2", "limits.py")
undone = blob("main", "limits.py") == right
alone = any(paths == ["limits.py"] and blob(commit, "limits.py") == right for commit, paths in mine.items())
mixed = [paths for paths in mine.values() if "limits.py" in paths]
check(undone and alone, "`Raise the limit` is undone by a new commit that changes nothing else",
      expected="a commit that changes limits.py only, back to 3.2",
      came="limits.py is as wrong as before" if not undone
      else "a commit that changes " + names(mixed[-1]) if mixed else "the old limit, but no commit that undoes it",
      hint="One command makes a commit that is the opposite of an earlier one; "
           "it needs a way to name that commit, such as start~1." if not undone
      else "Whoever wants to take back your undo should not lose anything else with it.")

# .env
holding = [commit for commit in lines("rev-list", "--branches") if blob(commit, ".env")]
staged = bool(lines("ls-files", ".env"))
if holding:
    came = f"commit {holding[-1][:7]} holds .env"
    hint = ("Deleting it in a later commit leaves the token in the older one. If it is the newest commit, take .env "
            "out of the index and use `git commit --amend`; if not, begin again with --reset.")
elif not on_disk(".env"):
    came = "gone from your disk"
    hint = "The program needs the file; only Git should not have it. --reset brings it back."
elif staged:
    came = "staged: the next commit will contain it"
    hint = "There is an arrow that ends in the index and leaves your file alone."
else:
    came = "not ignored: the next `git add .` takes it"
    hint = "Name it in .gitignore, and commit .gitignore."
check(not holding and on_disk(".env") and not staged and ".env" in ignored,
      ".env is in no commit, ignored, and still on disk",
      expected="in no commit, ignored by the committed .gitignore, on disk", came=came, hint=hint)

# The two edits
edits = ("features.py", "README.md")
where = {name: [paths for paths in mine.values() if name in paths] for name in edits}
missing = [name for name in edits if not where[name]]
check(all([name] in where[name] for name in edits), "features.py and README.md are in two commits, each alone",
      expected="a commit with features.py only, and one with README.md only",
      came=f"no commit of yours has {' and '.join(missing)}" if missing
      else "; ".join(dict.fromkeys("a commit with " + names(where[name][-1]) for name in edits if [name] not in where[name])),
      hint="A commit stores the index. Look with `git diff --staged` what lies there, and stage one file at a time.")

# Nothing is left
# Without optional locks, looking does not refresh the index on disk.
rest = lines("--no-optional-locks", "status", "--porcelain")
check(not rest, "Nothing is left uncommitted",
      expected="`git status --short` prints nothing", came=", ".join(line.strip() for line in rest),
      hint="Each file that is listed wants to be committed, untracked or ignored.")
