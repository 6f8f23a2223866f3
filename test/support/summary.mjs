/**
 * Counts of a test run.
 * `report`: vitest's JSON result, undefined when there is none; `status`: its exit code; `browserMissing`: a skip that counts as a failure.
 */
export function summary(report, status, browserMissing) {
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const unloaded =
    report?.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length ?? 0;
  const counted = failedTests + unloaded;
  // vitest says "no" without a failed test: an unhandled error, no test found, or it was killed.
  const unnamed = counted === 0 && (status !== 0 || !report?.success) ? 1 : 0;
  return { passed, failed: counted + unnamed + (browserMissing ? 1 : 0) };
}
