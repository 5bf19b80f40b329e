// All checks, each of them even when an earlier one failed, and a count of tests as the last line.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { runVisibly } from '../setup/command.mjs';
import { readJson } from '../setup/files.mjs';
import { OUT } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';
import { OXLINT, OXLINT_FLAGS, PRETTIER, TYPESCRIPT, VITEST } from './tools.mjs';
import { countTests } from './count-tests.mjs';

const RESULTS = path.join(OUT, 'test-results.json');

const CHECKS = [
  { name: 'format (prettier)', command: [...PRETTIER, '--check', '--log-level=warn', '.'], repair: 'npm run fix' },
  { name: 'types (tsc)', command: [...TYPESCRIPT, '--project', '.', '--pretty'], repair: null },
  { name: 'lint and layers (oxlint)', command: [...OXLINT, ...OXLINT_FLAGS], repair: 'npm run fix (repairs some)' },
];

/** Tests that need no program of ours to be started: those beside their file, and those that look at the repository itself. */
const QUICK_TESTS = [
  'src/',
  'tests/docs/',
  'tests/texts/',
  'tests/window/',
  'tests/layers.test.ts',
  'tests/sql-rule.test.ts',
];

/** The checks that one wants after each edit: everything but the tests that start the program. */
export const checkQuickly = () => check({ forTests: false, filters: QUICK_TESTS });

/** @param {string[]} filters for vitest: only test files whose path contains one of them */
export const checkAll = (filters) => check({ forTests: true, filters });

/**
 * Ends the process with status 1 when anything failed. Each check counts as one test.
 * @param {{ forTests: boolean, filters: string[] }} options forTests: also installs what only tests need
 */
async function check({ forTests, filters }) {
  if (!(await setUp({ tests: forTests }))) {
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
  const failures = [];
  for (const { name, command, repair } of CHECKS) {
    console.log(`\ncheck: ${name}`);
    if ((await runVisibly(command)) === 0) continue;
    failures.push(repair === null ? name : `${name}; repair: ${repair}`);
  }
  const tests = await runTests(filters);
  if (tests.problem !== null) failures.push(tests.problem);
  for (const failure of failures) console.log(`FAILED: ${failure}`);
  const failedChecks = failures.length - (tests.problem === null ? 0 : 1);
  const passed = CHECKS.length - failedChecks + tests.passed;
  const failed = failedChecks + tests.failed;
  console.log(`\n${passed} passed, ${failed} failed${tests.skipped === 0 ? '' : `, ${tests.skipped} skipped`}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** @returns {Promise<{ passed: number, failed: number, skipped: number, problem: string | null }>} */
async function runTests(filters) {
  console.log('\ncheck: tests (vitest)');
  fs.rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const status = await runVisibly([...VITEST, 'run', ...reporters, ...filters]);
  return countTests(readJson(RESULTS), status);
}
