// Which files get faults, and which tests reach them.
import * as path from 'node:path';
import { readGraphOfTests } from '../check/import-graph.mjs';
import { ROOT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';

const MUTATED = /^src\/.*\.tsx?$/;
/** Tests, what helps them, and types, which are gone when a test runs. */
const NO_PRODUCT = /\.test\.tsx?$|\/testing\/|\.d\.ts$/;
/** A unit or component test. */
const QUICK_TEST = /(?<!\.(?:whole|alone))\.test\.tsx?$/;
const WHOLLY_RARE = '@module-tag rare';

/**
 * @typedef {object} Targets
 * @property {string[]} files from the checkout on, with `/`
 * @property {string[]} tests the nearest first; none is wholly rare
 */

/**
 * @param {string[]} places folders and files, as typed
 * @returns {Targets} tests: those in the folders of the files that reach them, or where there are none those that import one of the
 * files; from further off comes the whole program, which is slow and notices little
 * @throws {SetupFailure} where a place has nothing to mutate, or no test
 */
export function readTargets(places) {
  const graph = readGraphOfTests();
  const files = [...new Set(places.flatMap((place) => filesAt(place, graph.files)))];
  const folders = new Set(files.map((file) => path.posix.dirname(file)));
  const reaching = quickTestsOf(files, graph);
  const beside = reaching.filter((test) => folders.has(path.posix.dirname(test)));
  const importing = reaching.filter((test) => files.some((file) => graph.imports.get(test).has(file)));
  const tests = beside.length > 0 ? beside : importing;
  if (tests.length === 0) throw new SetupFailure('No unit or component test lies beside it or imports it.');
  return { files, tests };
}

function filesAt(place, known) {
  const name = path.relative(ROOT, path.resolve(place)).replaceAll('\\', '/');
  const found = known.filter(
    (file) => (file === name || file.startsWith(`${name}/`)) && MUTATED.test(file) && !NO_PRODUCT.test(file),
  );
  if (found.length === 0)
    throw new SetupFailure(`${place} has no code to mutate. Name a folder or a file of src, such as src/engine/rules.`);
  return found;
}

/** By imports, over any number of files between. */
function quickTestsOf(files, { files: known, imports, texts }) {
  const importers = new Map(known.map((file) => [file, []]));
  for (const [file, targets] of imports) for (const target of targets) importers.get(target).push(file);
  const reached = new Set(files);
  for (const file of reached) for (const importer of importers.get(file)) reached.add(importer);
  return [...reached].filter((file) => QUICK_TEST.test(file) && !texts.get(file).includes(WHOLLY_RARE));
}
