"""A stand-in for DVC: the same cache, the same pointers, a folder as remote.

minidvc.py init | remote DIR | add FILE | push | pull | checkout | status
"""

import hashlib
import os
import shutil
import sys

CACHE = os.path.join(".dvc", "cache")
CONFIG = os.path.join(".dvc", "config")


def md5_of(path):
    digest = hashlib.md5()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def entry(base, md5):
    """Where the content with this hash lies in the cache or in the remote."""
    return os.path.join(base, "files", "md5", md5[:2], md5[2:])


def copy(source, target):
    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
    shutil.copyfile(source, target + ".tmp")
    os.replace(target + ".tmp", target)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def pointers():
    """The data file and the hash of every pointer."""
    for folder, folders, names in os.walk("."):
        folders[:] = sorted(name for name in folders if name not in (".git", ".dvc"))
        for name in sorted(names):
            if name.endswith(".dvc"):
                lines = read(os.path.join(folder, name)).splitlines()
                fields = dict(line.strip("- ").split(": ", 1) for line in lines if ": " in line)
                yield os.path.normpath(os.path.join(folder, fields["path"])), fields["md5"]


def remote():
    text = read(CONFIG)
    if "url = " not in text:
        sys.exit("there is no remote: minidvc.py remote DIR")
    return text.split("url = ")[1].strip()


def init():
    os.makedirs(CACHE, exist_ok=True)
    write(os.path.join(".dvc", ".gitignore"), "/cache\n/config.local\n")
    if not os.path.exists(CONFIG):
        write(CONFIG, "")


def set_remote(folder):
    if not os.path.isdir(folder):
        sys.exit(f"there is no folder {folder}")
    write(CONFIG, f"[core]\n    remote = store\n['remote \"store\"']\n    url = {os.path.abspath(folder)}\n")


def add(path):
    md5 = md5_of(path)
    copy(path, entry(CACHE, md5))
    folder, name = os.path.split(path)
    write(path + ".dvc", f"outs:\n- md5: {md5}\n  size: {os.path.getsize(path)}\n  hash: md5\n  path: {name}\n")
    ignore = os.path.join(folder, ".gitignore")
    old = read(ignore) if os.path.exists(ignore) else ""
    if f"/{name}" not in old.splitlines():
        write(ignore, f"{old}/{name}\n")
    print(f"now commit: git add {path}.dvc {ignore}")


def push():
    for path, md5 in pointers():
        if not os.path.exists(entry(CACHE, md5)):
            sys.exit(f"{path}: {md5} is not in the cache")
        if not os.path.exists(entry(remote(), md5)):
            copy(entry(CACHE, md5), entry(remote(), md5))
            print(f"pushed {path} {md5}")


def fetch():
    for _, md5 in pointers():
        if not os.path.exists(entry(CACHE, md5)) and os.path.exists(entry(remote(), md5)):
            copy(entry(remote(), md5), entry(CACHE, md5))


def checkout():
    missing = []
    for path, md5 in pointers():
        if not os.path.exists(entry(CACHE, md5)):
            missing.append(f"missing: {path} (md5 {md5}) is not in the cache; was it pushed, and pulled?")
        elif not os.path.exists(path) or md5_of(path) != md5:
            copy(entry(CACHE, md5), path)
            print(f"checked out {path}")
    if missing:
        sys.exit("\n".join(missing))


def status():
    for path, md5 in pointers():
        state = "deleted" if not os.path.exists(path) else "unchanged" if md5_of(path) == md5 else "modified"
        print(f"{state:10}{path}")


def main(command="help", *arguments):
    known = {"init": init, "remote": set_remote, "add": add, "push": push, "checkout": checkout, "status": status}
    if command != "pull" and command not in known or len(arguments) != (command in ("remote", "add")):
        sys.exit(__doc__.strip())
    if command != "init" and not os.path.exists(CONFIG):
        sys.exit("there is no .dvc/config here: minidvc.py init, in the folder of the repository")
    if command == "pull":
        fetch()
        checkout()
    else:
        known[command](*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
