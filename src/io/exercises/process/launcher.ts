/**
 * Stands between us and the program: whatever that does to its parent, it does to this one. It sets the
 * limits, inherits every process that loses its parent (Linux), ends what is left when the program has
 * ended, and ends everything when we are gone, which it sees at its stdin.
 */
export const launcher = `
import os, signal, subprocess, sys, threading, time

def limit(name, most):
    try:
        import resource
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    except (ImportError, AttributeError, ValueError, OSError):
        pass

limit('RLIMIT_CORE', 0)
limit('RLIMIT_FSIZE', 256 << 20)
if sys.platform == 'linux':
    # Not the address space: threads reserve far more of that than they use.
    limit('RLIMIT_DATA', int(sys.argv[1]))
    try:
        import ctypes
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    except Exception:
        pass

# The program gets the signals too, and decides. Ignoring them here would be inherited.
signal.signal(signal.SIGTERM, lambda *_: None)

def watch():
    os.read(0, 1)
    os.killpg(0, signal.SIGKILL) if hasattr(os, 'killpg') else os._exit(1)

child = subprocess.Popen([sys.executable, sys.argv[2]], stdin=subprocess.DEVNULL)
threading.Thread(target=watch, daemon=True).start()
status = child.wait()

def sweep():
    for _ in range(2000):
        try:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
            for pid in open(f'/proc/self/task/{os.getpid()}/children').read().split():
                os.kill(int(pid), signal.SIGKILL)
        except OSError:
            return
        time.sleep(0.002)

if sys.platform == 'linux':
    sweep()
if status < 0:
    signal.signal(-status, signal.SIG_DFL) if -status not in (9, 19) else None
    os.kill(os.getpid(), -status)
os._exit(status)
`;
