import { platform } from 'node:os';

export const onLinux = platform() === 'linux';
export const onWindows = platform() === 'win32';
