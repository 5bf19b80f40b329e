/** Hides this checkout from a program: whatever it finds, it has brought with it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

const CHECKOUT = path.join(import.meta.dirname, '../../..');

/** Root may hide a folder from a program; others may if the system gives them a user namespace. */
const UNSHARE = [
  '/usr/bin/unshare',
  ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']),
  '--mount',
  '--',
];

/** Why nothing can be hidden here, shown by skipped tests; null if it can. */
export const NOTHING_TO_HIDE_WITH: string | null = (() => {
  const { status, stderr, error } = spawnSync(UNSHARE[0]!, [...UNSHARE.slice(1), '/usr/bin/true'], {
    encoding: 'utf8',
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
})();

/**
 * Writes a program that starts another one, passing its arguments, with this checkout empty.
 * @param folder to write into
 * @param command absolute path of the other program, and its first arguments
 */
export function outOfReach(folder: string, command: readonly string[]): string {
  const empty = path.join(folder, 'in-place-of-the-checkout');
  mkdirSync(empty, { recursive: true });
  const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
  const hide = `/usr/bin/mount --bind ${quote(empty)} ${quote(CHECKOUT)} && exec "$@"`;
  const script = path.join(folder, `${path.basename(command[0]!)}-out-of-reach`);
  const words = [...UNSHARE, '/bin/sh', '-c', hide, 'sh', ...command].map(quote).join(' ');
  writeFileSync(script, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}
