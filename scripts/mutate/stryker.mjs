// Stryker's instrumenter, which writes all mutants of a file into it, each behind a switch. It lies below
// node_modules/.shelfwise by a lock file of its own: who installs, tests or packages the program needs none of its packages.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { knownCause, lastLines } from '../setup/causes.mjs';
import { runNpm } from '../setup/command.mjs';
import { ROOT, STATE } from '../setup/paths.mjs';
import { say, SetupFailure, withProgress } from '../setup/say.mjs';

const FOLDER = path.join(STATE, 'stryker');
const INSTRUMENTER = path.join(FOLDER, 'node_modules', '@stryker-mutator', 'instrumenter', 'dist', 'src', 'index.js');
/** Written last: an interrupted installation has none. */
const MARK = path.join(FOLDER, 'installed.json');
const LOCK = 'package-lock.json';
const FLAGS = ['--prefix', FOLDER, '--ignore-scripts', '--no-progress', '--loglevel=warn'];

async function installStryker() {
  const wanted = fs.readFileSync(path.join(import.meta.dirname, LOCK), 'utf8');
  if (fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === wanted) return;
  fs.rmSync(FOLDER, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const file of ['package.json', LOCK])
    fs.copyFileSync(path.join(import.meta.dirname, file), path.join(FOLDER, file));
  say('installing Stryker’s instrumenter for mutation testing with npm ci');
  const { status, output } = await withProgress(
    'Stryker',
    () => '',
    () => runNpm(['ci', ...FLAGS]),
  );
  if (status !== 0)
    throw new SetupFailure(knownCause(output) ?? `npm could not install Stryker. It said:\n${lastLines(output)}`);
  fs.writeFileSync(MARK, wanted);
}

const SILENT = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };

/**
 * @typedef {object} Mutant
 * @property {string} id of the switch
 * @property {string} file from the checkout on, with `/`
 * @property {number} line from 1 on
 * @property {string} text the line, without the spaces around it
 * @property {string} original the code in whose place the mutant stands
 * @property {string} replacement
 */

/**
 * @param {string[]} files
 * @returns {Promise<{ mutants: Mutant[], codes: Record<string, string> }>} codes: of each file with its mutants
 */
export async function instrument(files) {
  await installStryker();
  const { Instrumenter } = await import(pathToFileURL(INSTRUMENTER).href);
  const texts = new Map(files.map((file) => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')]));
  const found = await new Instrumenter(SILENT).instrument(
    files.map((name) => ({ name, mutate: true, content: texts.get(name) })),
    { plugins: null, ignorers: [], excludedMutations: [] },
  );
  const codes = Object.fromEntries(found.files.map(({ name, content }) => [name, content]));
  const mutants = [];
  for (const { id, fileName: file, location, replacement } of found.mutants) {
    const place = placed(texts.get(file).split('\n'), location);
    if (isCode(replacement)) mutants.push({ id, file, ...place, replacement });
    else codes[file] = codes[file].replaceAll(replacement, () => place.original);
  }
  return { mutants, codes };
}

/** Of an expression in which `\v` stands it makes `\V`, which is none: the whole file would not load. */
function isCode(replacement) {
  const [, pattern = '', flags] = /^\/(.+)\/([a-z]*)$/s.exec(replacement) ?? [];
  try {
    RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** Stryker counts lines and columns from 0. */
function placed(lines, { start, end }) {
  const code = lines.slice(start.line, end.line + 1);
  code[code.length - 1] = code.at(-1).slice(0, end.column);
  code[0] = code[0].slice(start.column);
  return { line: start.line + 1, text: lines[start.line].trim(), original: code.join('\n') };
}
