// Runs all checks, each even if an earlier one failed; the last line counts tests.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { run, runVisibly } from '../setup/command.mjs';
import { readJson } from '../setup/files.mjs';
import { OUT } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';
import { checkCluster } from './check-cluster.mjs';
import { checkGpu } from './check-gpu.mjs';
import { countTests, failuresIn } from './count-tests.mjs';
import { lintEdited } from './lint-edited.mjs';
import { testEdited } from './test-edited.mjs';
import { OXFMT, OXLINT, OXLINT_FLAGS, COMPILER_ENVIRONMENT, VITEST } from './tools.mjs';
import { typeEdited } from './type-edited.mjs';

const RESULTS = path.join(OUT, 'test-results.json');
/** Prints how long each test file took. */
const TIMES = '--times';
const TIMES_REPORTER = path.join(import.meta.dirname, 'times-reporter.mjs');
const PASSES_REPORTER = path.join(import.meta.dirname, 'keep-passes.mjs');

const FORMAT = { name: 'format (oxfmt)', look: () => run([...OXFMT, '--check']), repair: 'npm run fix' };
const REPAIRS_SOME = 'npm run fix (repairs some)';

/** After an edit: the compiler keeps what it learned, and the linter looks at edited files. */
const QUICK_CHECKS = [
  FORMAT,
  { name: 'types (tsc)', look: typeEdited, repair: null },
  { name: 'lint and layers (oxlint)', look: lintEdited, repair: REPAIRS_SOME },
];

/**
 * The linter needs the types of everything, so that it checks them too: the compiler would take as long again. It takes
 * what the tests leave of the processors while they wait.
 */
const ALL_CHECKS = [
  FORMAT,
  {
    name: 'types, lint and layers (oxlint)',
    look: () => run([...OXLINT, ...OXLINT_FLAGS, '--type-check'], { env: COMPILER_ENVIRONMENT, givesWay: true }),
    repair: REPAIRS_SOME,
  },
];

/** Whether rare tests run too, and all rows of long tables (tests/support/tried.ts). */
const triesAll = () => process.env.SHELFWISE_TESTS === 'all';

/** The tests that start no program and need no build: unit and component tests, without what vitest.config.mts calls thorough. Of them runs what an edit reaches. */
const QUICK_TESTS = ['--project=units', '--project=window', '--tagsFilter=!thorough && !rare'];

/**
 * Checks for after each edit: everything but tests that start the program or take long, and of those the nearest.
 * @param {boolean} isAll whether those further off run too
 */
export const checkQuickly = (isAll) => check({ quickly: true, tests: QUICK_TESTS, isAll });

/** @param {string[]} given filters for vitest: only test files whose path contains one of them; and `--times` */
export const checkAll = (given) => check({ quickly: false, tests: given, isAll: true });

/**
 * Exits with status 1 if anything failed. Each check counts as one test.
 * @param {{ quickly: boolean, tests: string[], isAll: boolean }} options quickly: all at once, without building or installing what only
 * the other tests need; tests: vitest filters, and `--times`; isAll: whether no test that is due waits for the next check
 */
async function check({ quickly, tests: wanted, isAll }) {
  if (!(await setUp({ tests: !quickly, program: !quickly }))) {
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
  const checks = quickly ? QUICK_CHECKS : ALL_CHECKS;
  const checked = Promise.all(checks.map(failureOf));
  const filters = wanted.filter((argument) => argument !== TIMES);
  const options = wanted.includes(TIMES) ? [`--reporter=${TIMES_REPORTER}`] : [];
  if (!quickly && !triesAll()) options.push('--tagsFilter=!rare');
  if (quickly) options.push(`--reporter=${PASSES_REPORTER}`);
  // A few files: further processes would load the packages again, and types and lint need the other core as long.
  if (!isAll) options.push('--no-file-parallelism');
  // Beside the others, since these tests wait for programs of their own for most of their time.
  const rareFailures = !quickly && triesAll() && filters.length === 0 ? failuresOfRare() : Promise.resolve([]);
  const wantedTests = (edited) => runTests([...options, ...filters, ...edited], quickly);
  const { outcome, waiting } = quickly
    ? await testEdited(wantedTests, { isAll })
    : { outcome: await wantedTests([]), waiting: 0 };
  const tests = outcome ?? NO_TESTS;
  const failed = (await checked).filter((failure) => failure !== null);
  for (const failure of failed) console.log(`FAILED: ${failure}`);
  if (tests.problem !== null) console.log(`FAILED: ${tests.problem}`);
  const rare = await rareFailures;
  const passed = checks.length - failed.length + tests.passed;
  const failures = failed.length + tests.failed + rare.length;
  if (quickly || !triesAll())
    console.log(quickly ? '\nnpm test runs all tests.' : '\nnpm test -- --all runs the rare tests.');
  for (const failure of tests.failures) console.log(`\n${failure}`);
  const skipped = tests.skipped === 0 ? '' : `, ${tests.skipped} skipped`;
  console.log(`\n${passed} passed, ${failures} failed${skipped}${waitingOf(waiting)}`);
  process.exitCode = failures === 0 ? 0 : 1;
}

/** The check says that all is well only where nothing waits. */
const waitingOf = (count) =>
  count === 0
    ? ''
    : `\n${count} test files further off wait: run npm run check again for the next, or npm run check -- --rest for all`;

/** The tests that install what they need: an adapter in software for WebGPU, and Ray. */
async function failuresOfRare() {
  const failures = [];
  for (const { name, checkRare } of [
    { name: 'tests of WebGPU (npm run test:gpu)', checkRare: checkGpu },
    { name: 'tests on a Ray cluster (npm run test:cluster)', checkRare: checkCluster },
  ]) {
    console.log(`\ncheck: ${name}`);
    const status = await checkRare([]);
    if (status === null) console.log(`LEFT OUT: ${name}`);
    else if (status !== 0) failures.push(name);
  }
  for (const failure of failures) console.log(`FAILED: ${failure}`);
  return failures;
}

/** Shows the output in one piece at the end. Null on success. */
async function failureOf({ name, look, repair }) {
  const { status, output } = await look();
  console.log(`\ncheck: ${name}${status === 0 ? ': good' : `\n${output.trimEnd()}`}`);
  if (status === 0) return null;
  return repair === null ? name : `${name}; repair: ${repair}`;
}

/**
 * @typedef {object} Tests
 * @property {number} status
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string | null} problem
 * @property {string[]} failures
 */

/** @type {Tests} */
const NO_TESTS = { status: 0, passed: 0, failed: 0, skipped: 0, problem: null, failures: [] };

/** @param {boolean} maySkip whether it is good if each test is left out, as thorough ones are @returns {Promise<Tests>} */
async function runTests(wanted, maySkip) {
  fs.rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const status = await runVisibly([...VITEST, 'run', ...reporters, ...wanted]);
  const report = readJson(RESULTS);
  return { status, ...countTests(report, status, maySkip), failures: failuresIn(report) };
}
