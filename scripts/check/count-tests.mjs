// What vitest's JSON report says.
import * as path from 'node:path';
import { ROOT } from '../setup/paths.mjs';

/**
 * Counts tests. A test file that could not be loaded has no tests to fail, and an error outside of
 * all tests belongs to none: each counts as one failure, so that the count never looks better than the exit status.
 * @param {any} report null when vitest wrote none
 * @param {number} status vitest's exit status
 * @param {boolean} maySkip whether it is good if each test is left out
 * @returns {{ passed: number, failed: number, skipped: number, problem: string | null }}
 */
export function countTests(report, status, maySkip = false) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0, problem: 'tests: vitest ended without a report' };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  let failed = report.numFailedTests + unloaded.length;
  if (status !== 0 && failed === 0) failed = 1;
  if (passed + failed === 0 && !(maySkip && skipped > 0))
    return { passed, failed: 1, skipped, problem: 'tests: none ran' };
  return { passed, failed, skipped, problem: failed === 0 ? null : 'tests' };
}

/**
 * What failed and how to run that alone, the last that a person reads.
 * @param {any} report as above
 * @returns {string[]}
 */
export function failuresIn(report) {
  return (report?.testResults ?? [])
    .filter((file) => file.status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const file = path.relative(ROOT, name).replaceAll('\\', '/');
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`FAILED: ${file}: cannot be loaded\n  npx vitest run ${file}`];
      return failed.map(({ fullName, title }) => {
        return `FAILED: ${file}: ${fullName}\n  npx vitest run ${file} -t ${JSON.stringify(asPattern(title))}`;
      });
    });
}

/** vitest takes a regular expression; a shell reads $, ` and ! within quotes. */
const asPattern = (title) => title.replaceAll(/[^\p{Letter}\p{Number} _,:;-]/gu, '.');
