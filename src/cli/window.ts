/**
 * The window of an installed Shelfwise, which the command line opens too: "shelfwise" alone, or with a folder, a bundle
 * or a link.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import * as path from 'node:path';
import { COMMANDS } from '../features/commands';
import { childEnvironment } from '../node/child-environment';
import { ShelfwiseError } from '../shared/errors';
import { LINK_SCHEME } from '../shared/processes/window-origin';
import { BUNDLE_EXTENSION } from '../shared/values/bundle-file';
import { say } from '../shared/words/sentence';
import { optionName } from './inputs';
import { GLOBAL_INPUTS } from './program';

/**
 * Environment variable that an installed command line sets (build/launchers): the window's program, or "none" in a
 * package without one, which opens the page instead. A checkout has none.
 */
const WINDOW = 'SHELFWISE_WINDOW';
const NO_WINDOW = 'none';
const WORKSPACE = '--workspace';

type Opened = { readonly kind: 'window'; readonly program: string } | { readonly kind: 'page' };

function isFolder(word: string): boolean {
  return statSync(path.resolve(word), { throwIfNoEntry: false })?.isDirectory() === true;
}

const OWN_OPTIONS = new Set(['-h', '--help', '--version', ...Object.keys(GLOBAL_INPUTS).map(optionName)]);
OWN_OPTIONS.delete(WORKSPACE);

/** Other options are Chromium's, such as --ozone-platform. */
function areForWindow(words: readonly string[]): boolean {
  const at = words.indexOf(WORKSPACE);
  const others = at === -1 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  // What follows it is a file, whatever it is called.
  const end = others.indexOf('--');
  const typed = end === -1 ? others : others.slice(0, end);
  if (typed.some((word) => OWN_OPTIONS.has(word) || COMMANDS.some(({ name }) => name === word))) return false;
  const word = typed.find((one) => !one.startsWith('-'));
  return (
    word === undefined ||
    word.startsWith(`${LINK_SCHEME}://`) ||
    word.endsWith(`.${BUNDLE_EXTENSION}`) ||
    isFolder(word)
  );
}

/**
 * What these words open.
 * @returns null if they name a command or an option of it, and in a checkout
 */
export function openedBy(words: readonly string[], environment: NodeJS.ProcessEnv): Opened | null {
  const program = environment[WINDOW];
  if (program === undefined || !areForWindow(words)) return null;
  return program === NO_WINDOW ? { kind: 'page' } : { kind: 'window', program };
}

/**
 * Starts the window and waits for its end: an AppImage stays mounted for as long.
 * @returns its exit status
 * @throws ShelfwiseError `usage` without a display
 */
export function openWindow(program: string, words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  if (process.platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY'])
    throw new ShelfwiseError('usage', say('command-line.no-display'));
  // Chromium refuses its sandbox to root, and exits.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...asRoot, ...words], {
      stdio: 'inherit',
      env: childEnvironment({ [WINDOW]: null }),
    });
    // The terminal sends Ctrl-C to both; the window decides.
    process.on('SIGINT', () => undefined);
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}
