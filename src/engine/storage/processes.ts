/** Identifies a process by machine and process ID, as far as both mean the same to the process that asks. */
import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import * as os from 'node:os';
import { systemCodeOf } from '../../shared/errors';

/** Name of the machine, and on Linux of the process ID namespace: IDs of another container mean nothing here. */
export function hostIdentity(): string {
  try {
    return `${os.hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return os.hostname();
  }
}

/** hostIdentity as 8 hexadecimal digits, short enough for a file's name. */
export const hostTag = (): string => createHash('sha256').update(hostIdentity()).digest('hex').slice(0, 8);

/** True only if certain: no process here has that ID. Says nothing about processes on other machines. */
export function isProcessGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (thrown) {
    return systemCodeOf(thrown) === 'ESRCH';
  }
}
