/**
 * Counts what vitest's JSON report says. A test file that could not be loaded has no tests to fail, and an error outside of
 * all tests belongs to none: each counts as one failure, so that the count never looks better than the exit status.
 * @param {any} report null when vitest wrote none
 * @param {number} status vitest's exit status
 * @returns {{ passed: number, failed: number, skipped: number, problem: string | null }}
 */
export function countTests(report, status) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0, problem: 'tests: vitest ended without a report' };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  let failed = report.numFailedTests + unloaded.length;
  if (status !== 0 && failed === 0) failed = 1;
  if (passed + failed === 0) return { passed, failed: 1, skipped, problem: 'tests: none ran' };
  return { passed, failed, skipped, problem: failed === 0 ? null : 'tests' };
}
