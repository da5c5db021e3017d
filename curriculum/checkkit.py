"""Helpers for writing the check of an exercise.

A check is a program that looks at the learner's workspace, which is its current folder, and says on
stdout what is right and what is not, as TAP (https://testanything.org). These helpers write the TAP:

    from checkkit import check, need_files, probe

    need_files("latency.py")
    made = probe("import latency; emit(latency.parse('b07 3.9'))")
    check(made.value == ["b07", 3.9], "parse returns the battery and its voltage",
          expected=["b07", 3.9], came=made.value if made.ok else made.error,
          hint="float() turns the text into a number.")

Standard library only, Python 3.9 and newer. What the learner's code prints goes to stderr, where the
tutor keeps it apart. See docs/curriculum-format.md, "Exercise".
"""

import atexit
import json
import os
import subprocess
import sys
from typing import Any, NamedTuple, NoReturn, Optional, Sequence

__all__ = ["check", "stop", "need_files", "run", "probe", "git", "read_yaml", "Result", "Probe"]

_count = 0
_ended = False


def check(ok: Any, what: str, *, expected: Any = None, came: Any = None, hint: Optional[str] = None) -> bool:
    """Report one thing that is right or not.

    `what` says what should be so, in the present tense. When it is not, say what was expected, what
    came instead, and one hint that helps whoever made this very mistake.
    """
    global _count
    _count += 1
    print(f"{'ok' if ok else 'not ok'} {_count} - {_one_line(what)}")
    notes = {"expected": expected, "came": came, "hint": hint}
    said = {key: value for key, value in notes.items() if value is not None}
    if not ok and said:
        # JSON is YAML, and needs no library to write.
        lines = [f"  {key}: {json.dumps(_shorten(value))}" for key, value in said.items()]
        print("\n".join(["  ---", *lines, "  ..."]))
    sys.stdout.flush()
    return bool(ok)


def stop(reason: str) -> NoReturn:
    """End here: nothing that follows could be checked. Report what is wrong with `check` first."""
    global _ended
    _ended = True
    print(f"1..{_count}")
    print(f"# {_one_line(reason)}")
    sys.stdout.flush()
    os._exit(0)


def need_files(*names: str) -> None:
    """Go on only if all of these files are in the workspace."""
    missing = [name for name in names if not os.path.exists(name)]
    for name in missing:
        check(False, f"{name} is there", expected=f"a file {name} in {os.getcwd()}", came="no such file",
              hint="Keep the names of the files as they were; --reset lays them out again.")
    if missing:
        stop("files are missing")


class Result(NamedTuple):
    """How a program ended. `status` is None when it was stopped because it took too long."""

    status: Optional[int]
    out: str
    err: str


_environment = {
    **os.environ,
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    # The learner's own Git settings must not decide what a check sees.
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "learner",
    "GIT_AUTHOR_EMAIL": "learner@example.com",
    "GIT_COMMITTER_NAME": "learner",
    "GIT_COMMITTER_EMAIL": "learner@example.com",
}


def run(
    command: Sequence[str],
    *,
    cwd: Optional[str] = None,
    stdin: Optional[str] = None,
    timeout_s: float = 10,
    env: Optional[dict] = None,
) -> Result:
    """Run a program without a shell. `env` is added to the environment."""
    try:
        done = subprocess.run(
            list(command), cwd=cwd, input=stdin if stdin is not None else "", timeout=timeout_s,
            env={**_environment, **(env or {})}, capture_output=True, text=True, errors="replace",
        )
    except subprocess.TimeoutExpired:
        return Result(None, "", f"it was stopped after {timeout_s:g} seconds")
    except OSError as error:
        return Result(127, "", str(error))
    return Result(done.returncode, done.stdout, done.stderr)


class Probe(NamedTuple):
    """What a piece of code found out in the learner's workspace, or how it failed."""

    ok: bool
    value: Any
    error: str


_mark = "@@checkkit@@"

_prelude = f"""
import json, sys
sys.path.insert(0, '.')
_channel, sys.stdout = sys.stdout, sys.stderr
def emit(value):
    _channel.write('\\n{_mark}' + json.dumps(value) + '\\n')
    _channel.flush()
"""


def probe(code: str, *, cwd: Optional[str] = None, timeout_s: float = 10, env: Optional[dict] = None) -> Probe:
    """Run `code` in a fresh interpreter inside the workspace.

    The code imports what the learner wrote and calls `emit(value)` once, with anything that JSON can
    hold. What the learner's code prints goes to stderr.
    """
    result = run([sys.executable, "-c", _prelude + code], cwd=cwd, timeout_s=timeout_s, env=env)
    if result.err:
        sys.stderr.write(result.err)
    for line in reversed(result.out.splitlines()):
        if line.startswith(_mark):
            return Probe(True, json.loads(line[len(_mark):]), "")
    last = [line for line in result.err.strip().splitlines() if line.strip()][-1:]
    return Probe(False, None, last[0] if last else f"it ended with status {result.status}")


def git(*arguments: str, cwd: Optional[str] = None) -> Optional[str]:
    """The output of a git command, or None when it failed."""
    result = run(["git", *arguments], cwd=cwd)
    return result.out.rstrip("\n") if result.status == 0 else None


def read_yaml(name: str) -> Any:
    """What the learner wrote in a YAML file that the exercise lists under `yaml:`.

    Python has no YAML in its library, so the tutor hands it over as JSON. Stops with a named failure
    when the file is no YAML.
    """
    path = os.path.join(os.environ.get("CHECKKIT_YAML", ""), name + ".json")
    try:
        with open(path, encoding="utf-8") as file:
            handed = json.load(file)
    except OSError:
        handed = {"error": "the file is missing"}
    if "error" in handed:
        check(False, f"{name} is YAML", came=handed["error"])
        stop("without the file there is nothing to check")
    return handed["value"]


def _one_line(text: str) -> str:
    # A number sign would begin a TAP directive.
    return " ".join(str(text).split()).replace("#", "number ")


def _shorten(value: Any, limit: int = 400) -> Any:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _finish() -> None:
    if not _ended:
        print(f"1..{_count}")
        sys.stdout.flush()


def _fail(kind: type, error: BaseException, trace: Any) -> None:
    global _ended
    _ended = True
    print(f"Bail out! The check itself failed: {kind.__name__}: {_one_line(str(error))}")
    sys.stdout.flush()
    sys.__excepthook__(kind, error, trace)


atexit.register(_finish)
sys.excepthook = _fail
