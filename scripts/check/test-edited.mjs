// Runs the quick tests that an edit can change: all but those that passed with what they use as it is now.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readJson, writeJson } from '../setup/files.mjs';
import { CHECKED, PASSES } from '../setup/paths.mjs';
import { keyOf, readPasses, readSources } from './passes.mjs';

/** A test that runs after each edit, unless all its file is rare. */
const QUICK_TEST = /^(?:src|tests)\/.*(?<!\.(?:whole|alone))\.test\.tsx?$/;
const WHOLLY_RARE = '@module-tag rare';
/** A test that tells of a place that an edit forgot, wherever it is. */
const TELLING = '@module-tag telling';
/** Characters of a command line that every system takes. */
const MOST = 30_000;

/** Processor seconds of tests in one check: with types, lint and what vitest itself takes, some 60 on quiet cores. */
const BUDGET = 20;
/** Of a file of which nothing is known, where nothing is known of any. */
const USUAL = 1;
/** Files whose members are those of all features: what imports them is further off than it looks. */
const JOINT = /^src\/features\/[^/]+$/;

/**
 * @typedef {object} Portion
 * @property {string[]} chosen test files to run, in this order
 * @property {number} waiting those that are due too, and further off
 */

/**
 * @template {{ status: number }} Result
 * @param {(filters: string[]) => Promise<Result>} runTests given filters for vitest; none for all tests
 * @param {{ isAll?: boolean, budget?: number }} [options] isAll: runs all that are due; budget: processor seconds
 * @returns {Promise<{ outcome: Result | null, waiting: number }>} outcome: null if there is nothing to run
 */
export async function testEdited(runTests, { isAll = false, budget = BUDGET } = {}) {
  const sources = await readSources();
  // Outside a git checkout.
  if (sources === null) return { outcome: await runTests([]), waiting: 0 };
  const tests = quickTests(sources);
  const passes = readPasses();
  const due = dueTests(tests, passes, sources);
  const { good = {}, seen = {} } = readJson(CHECKED) ?? {};
  const editedSince = (earlier) =>
    [...sources.hashes].filter(([file, hash]) => earlier[file] !== hash).map(([file]) => file);
  dropOthers(passes, tests);
  const ordered = nearestFirst(due, [editedSince(seen), editedSince(good)], sources);
  const { chosen, waiting } = portionOf(ordered, passes, sources, isAll ? Infinity : budget);
  console.log(
    `\ncheck: tests (vitest): ${chosen.length} of ${due.length} files that the edits reach; ${tests.length - due.length} passed as they are`,
  );
  const outcome = due.length === 0 ? null : await runTests(chosen.join(' ').length > MOST ? [] : chosen);
  const hashes = Object.fromEntries(sources.hashes);
  const isGood = waiting === 0 && (outcome === null || outcome.status === 0);
  writeJson(CHECKED, { good: isGood ? hashes : good, seen: hashes });
  return { outcome, waiting };
}

/**
 * What runs now: what failed last, what tells of forgotten places, and the nearest others that the budget has room for,
 * the first of them in any case.
 * @param {string[]} ordered test files that are due, the nearest first
 * @param {Map<string, import('./passes.mjs').Pass>} passes
 * @param {Pick<import('./passes.mjs').Sources, 'graph'>} sources
 * @param {number} budget processor seconds
 * @returns {Portion}
 */
export function portionOf(ordered, passes, { graph: { texts } }, budget) {
  const known = [...passes.values()].map(({ seconds }) => seconds ?? null).filter((seconds) => seconds !== null);
  const mean = known.length === 0 ? USUAL : known.reduce((sum, seconds) => sum + seconds, 0) / known.length;
  const costOf = (tests) => tests.reduce((sum, test) => sum + (passes.get(test)?.seconds ?? mean), 0);
  const failed = ordered.filter((test) => passes.get(test)?.hasFailed);
  const others = ordered.filter((test) => !failed.includes(test));
  const telling = others.filter((test) => texts.get(test)?.includes(TELLING));
  const further = others.filter((test) => !telling.includes(test));
  let left = budget - costOf([...failed, ...telling]);
  const nearest = further.filter((test, place) => {
    const cost = costOf([test]);
    if (place > 0 && cost > left) return false;
    left -= cost;
    return true;
  });
  return { chosen: [...failed, ...telling, ...nearest], waiting: further.length - nearest.length };
}

export const quickTests = ({ graph: { files, texts } }) =>
  files.filter((file) => QUICK_TEST.test(file) && !texts.get(file).includes(WHOLLY_RARE)).toSorted();

/** @returns {string[]} those that did not pass yet with what they use as it is */
export const dueTests = (tests, passes, sources) =>
  tests.filter((test) => {
    const pass = passes.get(test);
    return !pass?.key || pass.key !== keyOf(test, pass.uses, sources);
  });

/**
 * By the number of imports from the test to a file that was edited; over a joint of all features only where no other way
 * leads there. Among equals, what lies in the folder of an edited file.
 * @param {string[]} tests
 * @param {string[][]} edits files that were edited last, then those edited earlier
 */
export function nearestFirst(tests, edits, { graph: { files, imports } }) {
  const importers = new Map(files.map((file) => [file, []]));
  for (const [file, targets] of imports) for (const target of targets) importers.get(target).push(file);
  const places = new Map();
  for (const edited of edits) {
    const known = edited.filter((file) => importers.has(file));
    const level = places.size === 0 ? 0 : Math.max(...places.values()) + 1;
    for (const [file, distance] of distances(known, importers))
      if (!places.has(file)) places.set(file, level + distance);
  }
  const edited = edits.find(({ length }) => length > 0) ?? [];
  const ranks = new Map(tests.map((test) => [test, [places.get(test) ?? Infinity, -sharedFolders(test, edited)]]));
  return tests.toSorted((one, other) => {
    const [[place, folders], [otherPlace, otherFolders]] = [ranks.get(one), ranks.get(other)];
    return place === otherPlace ? folders - otherFolders : place - otherPlace;
  });
}

/** @returns {Map<string, number>} file -> how many imports it is away */
function distances(starts, importers) {
  const found = new Map(starts.map((file) => [file, 0]));
  const joints = new Map();
  const visit = () => {
    for (const [file, distance] of found)
      for (const importer of importers.get(file)) {
        const targets = JOINT.test(importer) ? joints : found;
        if (!found.has(importer) && !targets.has(importer)) targets.set(importer, distance + 1);
      }
  };
  visit();
  const furthest = Math.max(0, ...found.values());
  for (const [joint, distance] of joints) if (!found.has(joint)) found.set(joint, furthest + distance);
  visit();
  return found;
}

/** The most folders that a file has in common with one of the others. */
function sharedFolders(file, others) {
  const folders = path.posix.dirname(file).split('/');
  const shared = others.map((other) => {
    const theirs = path.posix.dirname(other).split('/');
    const end = folders.findIndex((folder, place) => folder !== theirs[place]);
    return end === -1 ? folders.length : end;
  });
  return Math.max(0, ...shared);
}

/** The file of passes grows by a line a pass. */
function dropOthers(passes, tests) {
  const lines = tests.flatMap((test) => (passes.has(test) ? [JSON.stringify(passes.get(test))] : []));
  fs.mkdirSync(path.dirname(PASSES), { recursive: true });
  fs.writeFileSync(`${PASSES}.part`, lines.map((line) => `${line}\n`).join(''));
  fs.renameSync(`${PASSES}.part`, PASSES);
}
