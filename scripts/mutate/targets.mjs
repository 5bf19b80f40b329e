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
const WHOLE_TEST = /\.whole\.test\.ts$/;
const WHOLLY_RARE = '@module-tag rare';

/**
 * @typedef {object} Targets
 * @property {string[]} files from the checkout on, with `/`
 * @property {string[]} tests the nearest first; none is wholly rare
 */

/**
 * @param {string[]} places folders and files, as typed
 * @param {boolean} whole
 * @returns {Targets} tests of each file: those in its folder that reach it, or where there are none those that import it; from
 * further off comes the whole program, which is slow and notices little. If `whole`, all unit and component tests that reach
 * it, and the tests of the whole that lie beside it or import it
 * @throws {SetupFailure} where a place has nothing to mutate, or no test
 */
export function readTargets(places, whole) {
  const graph = readGraphOfTests();
  const importers = new Map(graph.files.map((file) => [file, []]));
  for (const [file, targets] of graph.imports) for (const target of targets) importers.get(target).push(file);
  const files = [...new Set(places.flatMap((place) => filesAt(place, graph.files)))];
  const near = new Set(files.flatMap((file) => nearTests(file, whole ? [QUICK_TEST, WHOLE_TEST] : [QUICK_TEST])));
  const reaching = testsReaching(files);
  const tests = reaching.filter((test) => near.has(test) || (whole && QUICK_TEST.test(test)));
  if (tests.length === 0) throw new SetupFailure('No unit or component test lies beside it or imports it.');
  return { files, tests };

  function nearTests(file, kinds) {
    const found = testsReaching([file]).filter((test) => kinds.some((kind) => kind.test(test)));
    const beside = found.filter((test) => path.posix.dirname(test) === path.posix.dirname(file));
    const importing = found.filter((test) => graph.imports.get(test).has(file));
    return whole ? [...beside, ...importing] : beside.length > 0 ? beside : importing;
  }

  /** By imports, over any number of files between; the nearest first. */
  function testsReaching(some) {
    const reached = new Set(some);
    for (const file of reached) for (const importer of importers.get(file)) reached.add(importer);
    return [...reached].filter((file) => /\.test\.tsx?$/.test(file) && !graph.texts.get(file).includes(WHOLLY_RARE));
  }
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
