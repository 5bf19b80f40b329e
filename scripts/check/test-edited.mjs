// Runs the quick tests that an edit can change: all but those that passed with what they use as it is now.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readJson, writeJson } from '../setup/files.mjs';
import { CHECKED, PASSES } from '../setup/paths.mjs';
import { keyOf, readPasses, readSources } from './passes.mjs';

/** A test that runs after each edit, unless all its file is rare. */
const QUICK_TEST = /^(?:src|tests)\/.*(?<!\.(?:whole|alone))\.test\.tsx?$/;
const WHOLLY_RARE = '@module-tag rare';
/** Characters of a command line that every system takes. */
const MOST = 30_000;

/**
 * @template {{ status: number }} Result
 * @param {(filters: string[]) => Promise<Result>} runTests given filters for vitest; none for all tests
 * @returns {Promise<Result | null>} null if there is nothing to run
 */
export async function testEdited(runTests) {
  const sources = await readSources();
  // Outside a git checkout.
  if (sources === null) return runTests([]);
  const tests = quickTests(sources);
  const passes = readPasses();
  const due = dueTests(tests, passes, sources);
  const earlier = readJson(CHECKED) ?? {};
  const edited = [...sources.hashes].filter(([file, hash]) => earlier[file] !== hash).map(([file]) => file);
  dropOthers(passes, tests);
  console.log(`\ncheck: tests (vitest): ${due.length} of ${tests.length} files; the others passed as they are`);
  const named = nearestFirst(due, edited, sources);
  const outcome = due.length === 0 ? null : await runTests(named.join(' ').length > MOST ? [] : named);
  if (outcome === null || outcome.status === 0) writeJson(CHECKED, Object.fromEntries(sources.hashes));
  return outcome;
}

export const quickTests = ({ graph: { files, texts } }) =>
  files.filter((file) => QUICK_TEST.test(file) && !texts.get(file).includes(WHOLLY_RARE)).toSorted();

/** @returns {string[]} those that did not pass yet with what they use as it is */
export const dueTests = (tests, passes, sources) =>
  tests.filter((test) => {
    const pass = passes.get(test);
    return !pass?.key || pass.key !== keyOf(test, pass.uses, sources);
  });

/** By the number of imports from the test to a file that was edited. */
export function nearestFirst(tests, edited, { graph: { files, imports } }) {
  const importers = new Map(files.map((file) => [file, []]));
  for (const [file, targets] of imports) for (const target of targets) importers.get(target).push(file);
  const order = new Set(edited.filter((file) => importers.has(file)));
  for (const file of order) for (const importer of importers.get(file)) order.add(importer);
  const places = new Map([...order].map((file, place) => [file, place]));
  return tests.toSorted((one, other) => (places.get(one) ?? order.size) - (places.get(other) ?? order.size));
}

/** The file of passes grows by a line a pass. */
function dropOthers(passes, tests) {
  const lines = tests.flatMap((test) => (passes.has(test) ? [JSON.stringify(passes.get(test))] : []));
  fs.mkdirSync(path.dirname(PASSES), { recursive: true });
  fs.writeFileSync(`${PASSES}.part`, lines.map((line) => `${line}\n`).join(''));
  fs.renameSync(`${PASSES}.part`, PASSES);
}
