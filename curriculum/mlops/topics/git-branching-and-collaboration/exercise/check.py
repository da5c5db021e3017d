import json
import os

from checkkit import check, git, need_files

need_files("origin.git", "ada/.git")


def server(*arguments):
    return git(*arguments, cwd="origin.git")


def mine(*arguments):
    return git(*arguments, cwd="ada")


def inside(older, newer):
    """Whether the server's commit `newer` contains `older`."""
    return bool(older) and bool(newer) and server("merge-base", "--is-ancestor", older, newer) is not None


def config(commit):
    try:
        found = json.loads(server("show", f"{commit}:config.json") or "")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


ben = server("rev-parse", "-q", "--verify", "refs/check/ben")
main = server("rev-parse", "-q", "--verify", "refs/heads/main")
own = mine("rev-parse", "-q", "--verify", "refs/heads/main")
feature = server("rev-parse", "-q", "--verify", "refs/heads/feature/limit")
local = mine("rev-parse", "-q", "--verify", "refs/heads/feature/limit")

check(inside(ben, main), "Ben's commit is still in the server's main",
      expected="`Leave new batteries alone` among the commits of main",
      came="it is gone from the server",
      hint="A forced push replaces the server's branch by yours and drops what others pushed. "
           "When a push is rejected, first bring their commits into yours. --reset builds both repositories again.")

there = feature is not None and config(feature).get("limit") == 3.5
check(there, "The branch feature/limit is on the server, with limit 3.5",
      expected="feature/limit on the server", came="no such branch there" if feature is None
      else f"a feature/limit without your change: {config(feature) or 'its config.json is no valid JSON'}",
      hint="The change went straight to main. A branch comes first: make it, then commit, then push that branch."
      if feature is None and main != ben and local is None
      else "A branch that you make exists only in your clone until you push it by name.")

check(inside(feature, main) and main != ben, "The server's main contains feature/limit",
      expected="every commit of feature/limit in the server's main",
      came="there is no feature/limit" if feature is None else "main lacks commits of feature/limit",
      hint="The branch on the server still has the commits from before your rebase. It is yours alone, so the copies "
           "may replace it: push it with --force-with-lease."
      if feature and inside(local, main) and not inside(feature, main)
      else "A squash or a cherry-pick puts a new commit on main. Merge the branch, so that main contains its own commits."
      if feature and inside(ben, main) and main != ben and own == main
      else "Bring main up to date, merge the branch into it, push main.")

if inside(own, main):
    came, hint = "your main lacks commits of the server's", "Fetching alone moves only origin/main, not your main."
elif own and mine("merge-base", "--is-ancestor", main or "", own) is not None:
    came, hint = "your main has commits that the server lacks", "A merge happens in your clone. Nobody sees it before main is pushed."
else:
    came, hint = "each main has commits that the other lacks", "Fetch, and look at `git log --oneline --graph --all`."
check(own is not None and own == main, "Your main and the server's main are the same commit",
      expected="the same commit", came=came, hint=hint)

text = server("show", "main:config.json") or ""
marked = any(line.startswith(("<<<<<<<", "=======", ">>>>>>>")) for line in text.splitlines())
check(bool(config("main")) and not marked, "config.json on the server's main is valid JSON",
      expected="JSON without conflict markers", came=text,
      hint="`git add` tells Git that a conflict is settled, and Git believes it. Read the file before you add it."
      if marked else "Try `python3 -m json.tool config.json`; a comma at the end of a line is easily lost.")

found = config("main")
if found.get("limit") == 3.5 and found.get("min_days") != 30:
    hint = ("Your side won and Ben's change is lost, although his commit is in the history: that is what "
            "`-X ours` does, and choosing one side by hand. What did each of you change against the base?")
else:
    hint = "Say in words what each of you changed against the common base; the result does both."
check(found.get("limit") == 3.5 and found.get("min_days") == 30, "config.json keeps both changes",
      expected={"limit": 3.5, "min_days": 30}, came=found or text, hint=hint)

half = [name for name in ("MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD")
        if os.path.exists(os.path.join("ada", ".git", name))]
rest = (mine("--no-optional-locks", "status", "--porcelain") or "").splitlines()
rest = [line for line in rest if "__pycache__" not in line]
check(not half and not rest, "Nothing is half done or uncommitted in ada",
      expected="no merge or rebase under way, and `git status --short` prints nothing",
      came=", ".join(half + [line.strip() for line in rest]),
      hint="`git status` says how to go on and how to go back.")
