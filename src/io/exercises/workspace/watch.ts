import { sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';

/** What an editor does on one save arrives as several changes: they count as one. */
const quietMs = 200;

/** Folders that change by themselves while one works, and are no work. */
const noise = new Set(['.git', '__pycache__', 'node_modules', '.venv', '.pytest_cache']);

export interface Watch {
  close(): Promise<void>;
}

/**
 * Calls `onChange` once a folder has changed and then been quiet for a moment. Changes inside `.git`
 * count through the files that every git command touches last.
 *
 * @param onFailure called when the system cannot watch (too many files, a network disk): with the reason.
 */
export function watchFolder(
  folder: string,
  onChange: () => void,
  onFailure: (reason: string) => void,
): Watch {
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  };
  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isNoise(path.slice(folder.length)),
  });
  watcher.on('all', settle);
  watcher.on('error', (error) => onFailure(error instanceof Error ? error.message : String(error)));
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Of a repository only what tells that a command has ended: the index, the branches, HEAD. */
function isNoise(path: string): boolean {
  const parts = path.split(sep).filter((part) => part !== '');
  const at = parts.findIndex((part) => noise.has(part));
  if (at < 0) return false;
  if (parts[at] !== '.git') return true;
  const [next] = parts.slice(at + 1);
  return (
    next !== undefined &&
    !['index', 'HEAD', 'ORIG_HEAD', 'refs', 'logs', 'packed-refs'].includes(next)
  );
}
