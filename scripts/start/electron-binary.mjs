// Electron's binary: npm only brings a script that fetches it, and .npmrc keeps npm from running scripts.
import { createRequire } from 'node:module';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { isNetworkFailure } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { readJson, writeJson } from '../setup/files.mjs';
import { NODE_MODULES, STATE } from '../setup/paths.mjs';
import { withProgress } from '../setup/say.mjs';

const PACKAGE = path.join(NODE_MODULES, 'electron');
const FAILED = path.join(STATE, 'electron.json');
const DAY = 24 * 3600 * 1000;
/** For machines whose packets are silently dropped. */
const PATIENCE_SECONDS = 300;

const version = () => readJson(path.join(PACKAGE, 'package.json'))?.version ?? 'unknown';

/** @returns {string | null} null if the binary is missing; never fetches it, as the package itself would */
export function electronExecutable() {
  const place = path.join(PACKAGE, 'path.txt');
  if (!fs.existsSync(place)) return null;
  const executable = path.join(PACKAGE, 'dist', fs.readFileSync(place, 'utf8').trim());
  return fs.existsSync(executable) ? executable : null;
}

/** The error line of a stack, without its frames. */
const errorLine = (output) =>
  output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim() ?? 'no answer';

/**
 * Tries once, and not again within a day: a machine without a network must not wait at every start.
 * @param {(text: string) => void} say
 * @returns {Promise<string>} why it is missing; meaningless if it is there
 */
export async function fetchElectron(say) {
  const failed = readJson(FAILED);
  if (failed !== null && failed.version === version() && Date.now() - failed.at < DAY)
    return `${failed.reason} (tried within the last day; "node node_modules/electron/install.js" tries again)`;
  say(`fetching Electron ${version()} (about 120 MB, once)`);
  const install = createRequire(import.meta.url).resolve('electron/install.js');
  const outcome = await withProgress(
    'Electron',
    () => '',
    () => run([process.execPath, install], { timeout: PATIENCE_SECONDS * 1000 }),
  );
  if (outcome.status === 0) return '';
  const reason =
    isNetworkFailure(outcome.output) || outcome.output.includes('fetch failed')
      ? "Electron's binary is not there, and its download site cannot be reached"
      : `Electron's binary is not there and could not be fetched: ${errorLine(outcome.output)}`;
  writeJson(FAILED, { version: version(), at: Date.now(), reason });
  return reason;
}
