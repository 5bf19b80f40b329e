/**
 * Whether the process that started this one is still there. A process whose parent dies is handed to another parent, and Node has no way to be
 * told (PR_SET_PDEATHSIG): so it is looked at, a few times a second.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** Milliseconds from one look to the next. */
const INTERVAL = 250;
/** npm, the shell that it starts, and whoever started npm. */
const MOST_WRAPPERS = 4;

interface Link {
  readonly child: number;
  readonly parent: number;
}

/**
 * Calls `onGone` once the process that started this one has gone; of a program started by npm or npx, also where it is npm's own parent that has
 * gone. Keeps no program alive. On systems without /proc, npm and its shell are not looked through.
 */
export function watchParent(onGone: () => void): void {
  const links = linksToStarter();
  const timer = setInterval(() => {
    if (links.every(({ child, parent }) => parentOf(child) === parent)) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL);
  timer.unref();
}

function linksToStarter(): Link[] {
  const links: Link[] = [{ child: process.pid, parent: process.ppid }];
  while (links.length < MOST_WRAPPERS && isNpm(links.at(-1)!.parent)) {
    const child = links.at(-1)!.parent;
    const parent = parentOf(child);
    if (parent === null || parent <= 1) break;
    links.push({ child, parent });
  }
  return links;
}

/** Null where there is no such process, or it cannot be known. */
function parentOf(pid: number): number | null {
  if (pid === process.pid) return process.ppid;
  try {
    // "pid (name) state ppid ...": the name may hold blanks and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : Number(parent);
  } catch {
    return null;
  }
}

function isNpm(pid: number): boolean {
  if (process.env['npm_execpath'] === undefined) return false;
  try {
    return isNpmCommand(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * npm and npx, and the shell in which they start a program.
 * @param command as /proc tells it: words with a zero byte after each; npm calls itself by one word, "npm exec shelfwise work"
 */
export function isNpmCommand(command: string): boolean {
  const words = command.split('\0');
  const names = words.slice(0, 2).map((word) => path.basename(word.split(' ')[0]!));
  const isShell = /^(?:sh|bash|dash)$/.test(names[0]!) && words[1] === '-c';
  return isShell || names.some((name) => /^np[mx](?:-cli\.js)?$/.test(name));
}
