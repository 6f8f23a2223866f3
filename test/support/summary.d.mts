interface Report {
  success: boolean;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}
export function summary(
  report: Report | undefined,
  status: number | null,
  browserMissing: boolean,
): { passed: number; failed: number };
