// All checks, each of them even when an earlier one failed, and a count of tests as the last line.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { run, runVisibly } from '../setup/command.mjs';
import { readJson } from '../setup/files.mjs';
import { OUT } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';
import { countTests } from './count-tests.mjs';
import { lintEdited } from './lint-edited.mjs';
import { OXLINT, OXLINT_FLAGS, PRETTIER, PRETTIER_CACHE, TYPESCRIPT, TYPESCRIPT_FLAGS, VITEST } from './tools.mjs';

const RESULTS = path.join(OUT, 'test-results.json');

const CHECKS = [
  {
    name: 'format (prettier)',
    command: [...PRETTIER, ...PRETTIER_CACHE, '--check', '--log-level=warn', '.'],
    repair: 'npm run fix',
  },
  { name: 'types (tsc)', command: [...TYPESCRIPT, ...TYPESCRIPT_FLAGS, '--project', '.', '--pretty'], repair: null },
  {
    name: 'lint and layers (oxlint)',
    command: [...OXLINT, ...OXLINT_FLAGS],
    quickly: lintEdited,
    repair: 'npm run fix (repairs some)',
  },
];

/**
 * Tests that need no program of ours to be started: those beside their file, and those that look at the repository itself.
 * Of these, without what vitest.config.mts calls thorough.
 */
const QUICK_TESTS = [
  '--tagsFilter=!thorough',
  'src/',
  'tests/docs/',
  'tests/texts/',
  'tests/window/',
  'tests/layers.test.ts',
  'tests/exports.test.ts',
  'tests/sql-rule.test.ts',
];

/** The checks that one wants after each edit: everything but the tests that start the program or take long. */
export const checkQuickly = () => check({ quickly: true, tests: QUICK_TESTS });

/** @param {string[]} filters for vitest: only test files whose path contains one of them */
export const checkAll = (filters) => check({ quickly: false, tests: filters });

/**
 * Ends the process with status 1 when anything failed. Each check counts as one test.
 * @param {{ quickly: boolean, tests: string[] }} options quickly: all at once, and nothing is built or installed that only
 *   the other tests need; tests: which, in vitest's words
 */
async function check({ quickly, tests: wanted }) {
  if (!(await setUp({ tests: !quickly, program: !quickly }))) {
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
  const checked = Promise.all(CHECKS.map((one) => failureOf(one, quickly)));
  // Tests that drive the program wait for it, and do that best alone.
  if (!quickly) await checked;
  const tests = await runTests(wanted);
  const failed = (await checked).filter((failure) => failure !== null);
  for (const failure of failed) console.log(`FAILED: ${failure}`);
  if (tests.problem !== null) console.log(`FAILED: ${tests.problem}`);
  const passed = CHECKS.length - failed.length + tests.passed;
  const left =
    tests.skipped === 0 ? '' : `, ${tests.skipped} skipped${quickly ? ' (npm test runs those that take long)' : ''}`;
  console.log(`\n${passed} passed, ${failed.length + tests.failed} failed${left}`);
  process.exitCode = failed.length + tests.failed === 0 ? 0 : 1;
}

/** What it printed is shown when it has ended, in one piece. Null where all is well. */
async function failureOf({ name, command, quickly: lightly, repair }, quickly) {
  const { status, output } = await (quickly && lightly !== undefined ? lightly() : run(command));
  console.log(`\ncheck: ${name}${status === 0 ? ': good' : `\n${output.trimEnd()}`}`);
  if (status === 0) return null;
  return repair === null ? name : `${name}; repair: ${repair}`;
}

/** @returns {Promise<{ passed: number, failed: number, skipped: number, problem: string | null }>} */
async function runTests(wanted) {
  console.log('\ncheck: tests (vitest)');
  fs.rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const status = await runVisibly([...VITEST, 'run', ...reporters, ...wanted]);
  return countTests(readJson(RESULTS), status);
}
