export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** `Tests: 3 failed, 120 passed, 123 total`, as jest prints it; not its `Test Suites:` line. */
const jestLine = /^Tests:\s+(.+)$/gm;

/** What a step says it counted, or undefined when it counts nothing of its own. */
export function countsIn(output: string): Counts | undefined {
  // eslint-disable-next-line no-control-regex
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const jest = [...plain.matchAll(jestLine)].at(-1)?.[1];
  if (jest === undefined) return undefined;
  return { passed: numberBefore(jest, 'passed'), failed: numberBefore(jest, 'failed') };
}

/** A step's share of the total: what it counted, or itself as one. A step that ended badly never counts as clean. */
export function countsOfStep(succeeded: boolean, output: string): Counts {
  const counted = countsIn(output);
  if (counted === undefined) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return succeeded ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

function numberBefore(line: string, word: string): number {
  return Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
}
