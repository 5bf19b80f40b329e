/**
 * Whether the process that started this one is still alive. An orphan gets another parent, and Node cannot ask to be
 * notified (PR_SET_PDEATHSIG), so this polls a few times a second.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** Milliseconds between two looks. */
const INTERVAL = 250;
/** Depth of wrappers to look through: npm, the shell it starts, and npm's own parent. */
const MOST_WRAPPERS = 4;

interface Link {
  readonly child: number;
  readonly parent: number;
}

/**
 * Calls `onGone` once the process that started this one has ended; for a program started by npm or npx, also once npm's
 * own parent has. Does not keep the program alive. Without /proc it does not look through npm and its shell.
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

/** Null if there is no such process, or its parent is unknown. */
function parentOf(pid: number): number | null {
  if (pid === process.pid) return process.ppid;
  try {
    // "pid (name) state ppid ...": the name may contain blanks and brackets.
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
 * npm and npx, and the shell they start a program in.
 * @param command from /proc: words ended by zero bytes; npm names itself in one word, "npm exec shelfwise work"
 */
export function isNpmCommand(command: string): boolean {
  const words = command.split('\0');
  const names = words.slice(0, 2).map((word) => path.basename(word.split(' ')[0]!));
  const isShell = /^(?:sh|bash|dash)$/.test(names[0]!) && words[1] === '-c';
  return isShell || names.some((name) => /^np[mx](?:-cli\.js)?$/.test(name));
}
