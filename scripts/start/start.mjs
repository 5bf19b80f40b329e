// Opens the app: in Electron if possible, otherwise as a page in the browser; says which, and why.
import { parseArgs } from 'node:util';
import { CLI } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';
import { chooseHost } from './choose-host.mjs';
import { runToItsEnd } from './run-to-its-end.mjs';

const OPTIONS = {
  browser: { type: 'boolean' },
  port: { type: 'string' },
  workspace: { type: 'string' },
  'no-open': { type: 'boolean' },
  'keep-token': { type: 'boolean' },
};
const ALLOWED =
  '--browser (as a page), --port N, --no-open (only print the address), --keep-token (an open page goes on after a restart), --workspace DIR';

const say = (text) => console.log(`start: ${text}`);

function readOptions(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    console.error(`start: ${error.message}. Allowed: ${ALLOWED}`);
    return null;
  }
}

const given = (options, name) => (options[name] === undefined ? [] : [`--${name}`, options[name]]);

function openInBrowser(options) {
  const words = ['web', ...given(options, 'port'), ...given(options, 'workspace')];
  for (const flag of ['no-open', 'keep-token']) if (options[flag]) words.push(`--${flag}`);
  return runToItsEnd([process.execPath, CLI, ...words]);
}

async function openInElectron(executable, options) {
  const words = given(options, 'workspace');
  // Chromium refuses its sandbox to root, and exits.
  if (process.getuid?.() === 0) words.push('--no-sandbox');
  const started = performance.now();
  // For what Electron's own Node cannot do.
  const environment = { ...process.env, SHELFWISE_NODE: process.execPath };
  const status = await runToItsEnd([executable, ROOT_OF_APP, ...words], environment);
  return { status, neverOpened: status !== 0 && performance.now() - started < START_SECONDS * 1000 };
}

/** The folder whose package.json names the main file. */
const ROOT_OF_APP = '.';
/** An Electron that fails sooner has opened no window: a missing library, a forbidden sandbox. */
const START_SECONDS = 5;

/** @param {string[]} args */
export async function start(args) {
  const options = readOptions(args);
  if (options === null) return void (process.exitCode = 2);
  if (!(await setUp())) return void (process.exitCode = 1);
  const host = await chooseHost({ browser: options.browser === true || options.port !== undefined, say });
  say(`opening the app ${host.kind === 'electron' ? 'in Electron' : 'as a page in the browser'}: ${host.reason}`);
  if (host.kind === 'browser') return void (process.exitCode = await openInBrowser(options));
  const { status, neverOpened } = await openInElectron(host.executable, options);
  if (!neverOpened) return void (process.exitCode = status);
  say(`Electron could not open a window here (status ${status}): opening the app as a page in the browser instead`);
  process.exitCode = await openInBrowser(options);
}
