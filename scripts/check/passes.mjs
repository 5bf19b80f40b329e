// What a test's outcome follows from, as one hash: a test that passed with the same hash is not run again.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readJson, writeJson } from '../setup/files.mjs';
import { ADDON_STATE, EVALUATED, NODE_MODULES, PASSES, ROOT } from '../setup/paths.mjs';
import { hashOfFile, namesInGit } from './edited.mjs';
import { readGraphOfTests } from './import-graph.mjs';

/** Files of which is known which tests use them: by import, or by what tests record. */
export const FILES = /^(?:(?:src|tests|scripts|bench|docs)\/.*\.(?:ts|tsx|mts|mjs|css|md)|[A-Z]+\.md|.*\.(?:png|py))$/;
/** What says how tests are run. All other files count as used by every test too, such as settings, native code and the sample. */
const SETTING = /^scripts\/check\//;
/** Run with every test file (vitest.config.mts). */
const SETUP = [
  'tests/support/fresh-modules.ts',
  'tests/support/kept-folder.ts',
  'tests/support/record-uses.ts',
  'tests/support/window/empty-window.ts',
  'tests/support/window/no-owner-stacks.ts',
];
const ENVIRONMENT = /^(SHELFWISE_|LC_|(CI|LANG|LANGUAGE|TZ|NODE_OPTIONS|FORCE_COLOR|NO_COLOR)$)/;
const TEST_CODE = /^tests\/|\.test\.tsx?$/;
/** Loads what no text of it names. */
const COMPUTED_IMPORT = /\bawait import\((?!\s*(?:['"]|new URL\(\s*'))/;
/** Tables whose entries are recorded (vitest.config.mts). */
const WORDS = 'src/features/words.ts';
const CONTRACT = 'src/features/contract.ts';
export const ALL_ENTRIES = { entries: { [WORDS]: ['*'], [CONTRACT]: ['*'] }, places: [] };

/**
 * @typedef {object} Uses what a test file recorded (tests/support/record-uses.ts)
 * @property {Record<string, string[]>} entries
 * @property {string[]} places
 *
 * @typedef {object} Sources the checkout at one moment
 * @property {number} at milliseconds
 * @property {import('./import-graph.mjs').ImportGraph} graph
 * @property {Map<string, string>} hashes file -> hash of its content
 * @property {Set<string>} open test files that may load anything
 * @property {string} settings what every test's outcome follows from
 * @property {Record<string, string> | null} words entry of the table of texts -> hash; null if it cannot be loaded
 * @property {boolean} contractLoads
 */

/** @returns {Promise<Sources | null>} null outside a git checkout */
export async function readSources() {
  const at = Date.now();
  const names = await namesInGit();
  if (names === null) return null;
  const hashes = new Map(names.map((name) => [name, hashOfFile(name)]));
  const graph = readGraphOfTests();
  const settings = hash([
    [...hashes].filter(([name]) => SETTING.test(name) || !FILES.test(name)),
    [process.version, process.platform, process.arch],
    Object.keys(process.env)
      .filter((name) => ENVIRONMENT.test(name))
      .toSorted()
      .map((name) => [name, process.env[name]]),
    [ADDON_STATE, path.join(NODE_MODULES, '.package-lock.json')].map(stateOf),
  ]);
  const open = new Set(
    graph.files.filter((file) => TEST_CODE.test(file) && COMPUTED_IMPORT.test(graph.texts.get(file))),
  );
  const sources = { at, graph, hashes, open, settings, words: null, contractLoads: false };
  const evaluate = (file, look) => evaluated(file, hashOfFiles(filesOf([file], ALL_ENTRIES, sources), sources), look);
  sources.words = await evaluate(WORDS, (module) =>
    Object.fromEntries(Object.entries(module.WORDS).map(([id, text]) => [id, hash(text)])),
  );
  sources.contractLoads = (await evaluate(CONTRACT, () => true)) ?? false;
  return sources;
}

/**
 * What a module has, kept until one of the files changes that it follows from.
 * @template Seen
 * @param {string} key hash of those files
 * @param {(module: any) => Seen} look
 * @returns {Promise<Seen | null>} null if the module cannot be loaded
 */
async function evaluated(file, key, look) {
  const kept = readJson(EVALUATED) ?? {};
  if (kept[file]?.key === key) return kept[file].seen;
  try {
    // Loaded here: npm test imports this file before it installs any package.
    const { runnerImport } = await import('vite');
    const { module } = await runnerImport(path.join(ROOT, file), { configFile: false, logLevel: 'silent', root: ROOT });
    const seen = look(module);
    writeJson(EVALUATED, { ...kept, [file]: { key, seen } });
    return seen;
  } catch {
    return null;
  }
}

/** @param {string} test @param {Uses} uses @param {Sources} sources */
export function keyOf(test, uses, sources) {
  const { settings, words, open } = sources;
  const files = filesUsed(test, uses, sources);
  const isOpen = uses.places.includes('*') || [...files].some((file) => open.has(file));
  const places = isOpen ? [...sources.hashes] : uses.places.map((place) => [place, stateOfPlace(place, sources)]);
  const texts = (uses.entries[WORDS] ?? []).map((id) => [id, words?.[id] ?? null]);
  return hash([settings, hashOfFiles(files, sources), places, texts]);
}

/** Files that a test's outcome follows from by imports. @returns {Set<string>} */
export const filesUsed = (test, uses, sources) => filesOf([test, ...SETUP], uses, sources);

/** Files that the test may have read while it ran. @returns {string[]} */
export function filesSeen(test, uses, sources) {
  const places = uses.places.includes('*')
    ? [...sources.hashes.keys()]
    : uses.places.map((place) => place.replace(/\/\*\*$/, ''));
  return [...filesUsed(test, ALL_ENTRIES, sources), ...places];
}

function filesOf(starts, uses, { graph, words, contractLoads }) {
  const files = new Set(starts.filter((file) => graph.imports.has(file)));
  const isAll = (table) => uses.entries[table]?.includes('*') ?? false;
  const skipsTexts = words !== null && !isAll(WORDS);
  const skipsCalls = contractLoads && !isAll(CONTRACT);
  for (const file of files) {
    let targets = graph.imports.get(file);
    // Of texts counts what the used ones say, wherever their table is.
    if (file === WORDS && skipsTexts) targets = [];
    if (file === CONTRACT && skipsCalls) targets = filesOfMembers(uses.entries[CONTRACT] ?? [], graph);
    for (const target of targets) files.add(target);
  }
  return files;
}

/** Files that the joint imports for these members of it, and for what is no member. */
function filesOfMembers(members, { texts, imports }) {
  const text = texts.get(CONTRACT);
  const unused = new Set();
  const used = new Set();
  for (const [, member, value] of text.matchAll(/^ {2}(\w+): (\{[^}]*\}|\w+),$/gm))
    for (const [name] of value.matchAll(/\w+/g)) (members.includes(member) ? used : unused).add(name);
  const unusedFiles = [...text.matchAll(/^import \{([^}]*)\} from '\.\/([^']+)';$/gm)]
    .filter(([, names]) => names.split(',').every((name) => unused.has(name.trim()) && !used.has(name.trim())))
    .map(([, , place]) => path.posix.join(path.posix.dirname(CONTRACT), `${place}.ts`));
  return [...imports.get(CONTRACT)].filter((file) => !unusedFiles.includes(file));
}

/** @param {Set<string>} files @param {Pick<Sources, 'hashes'>} sources */
const hashOfFiles = (files, { hashes }) => hash([...files].toSorted().map((file) => [file, hashes.get(file) ?? null]));

/** @param {string} place below the checkout, with `/**` for all below it */
function stateOfPlace(place, { hashes }) {
  if (!place.endsWith('/**')) return hashes.get(place) ?? stateOf(path.join(ROOT, place));
  return [...hashes].filter(([name]) => name.startsWith(place.slice(0, -2)));
}

/** Content of a file, names in a folder. */
function stateOf(place) {
  const stats = found(place);
  if (stats === null) return null;
  return hash(stats.isDirectory() ? fs.readdirSync(place).toSorted() : fs.readFileSync(place, 'latin1'));
}

/** @returns {fs.Stats | null} null where nothing is, below a file too */
export function found(place) {
  try {
    return fs.statSync(place);
  } catch {
    return null;
  }
}

function hash(value) {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * @typedef {object} Pass how a test file passed last
 * @property {string} test
 * @property {string | null} key null if that does not count
 * @property {Uses} uses
 * @property {number | null} seconds of the processor; null if that is not known
 * @property {boolean} hasFailed since
 */

/** @returns {Map<string, Pass>} test file -> how it passed last */
export function readPasses() {
  const lines = fs.existsSync(PASSES) ? fs.readFileSync(PASSES, 'utf8').split('\n') : [];
  const passes = new Map();
  for (const line of lines) {
    const pass = parsed(line);
    if (pass !== null) passes.set(pass.test, pass);
  }
  return passes;
}

/** An interrupted run may leave half a line. */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Adds a line, so that an interruption loses none of the others. @param {Pass} pass */
export function keepPass(pass) {
  fs.appendFileSync(PASSES, `${JSON.stringify(pass)}\n`);
}
