import { readdirSync, readFileSync } from 'node:fs';
import { errorCode } from '../../files/storage-error.ts';

export interface Living {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

export function descendants(ancestor: number): readonly Living[] {
  const children = new Map<number, Living[]>();
  for (const one of living()) children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  const found: Living[] = [];
  const queue = [ancestor];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    for (const child of children.get(pid) ?? []) {
      found.push(child);
      queue.push(child.pid);
    }
  }
  return found;
}

export function marked(folder: string): readonly number[] {
  return processIds().filter((pid) => readProcess(pid, 'environ').includes(`${folder}/`));
}

/** Every living process of this machine that we may see (Linux). */
function living(): readonly Living[] {
  return processIds().flatMap((pid) => {
    const status = readProcess(pid, 'status');
    const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
    // What has ended stays listed until somebody asks how.
    if (status === '' || /^[ZX]/.test(field('State'))) return [];
    return [{ pid, parent: Number(field('PPid')), residentBytes: Number(field('VmRSS')) * 1024 }];
  });
}

function processIds(): readonly number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

export function readProcess(pid: number, file: 'status' | 'environ' | 'smaps_rollup'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    // Ended meanwhile, or another user's.
    if (errorCode(error) === undefined) throw error;
    return '';
  }
}
