import { countsIn, countsOfStep } from '../../scripts/lib/counts';

const summary = (tests: string) =>
  `Test Suites: 2 failed, 9 passed, 11 total\nTests:       ${tests}\n`;

describe('countsIn', () => {
  it.each([
    [summary('3 failed, 120 passed, 123 total'), { passed: 120, failed: 3 }],
    [summary('120 passed, 120 total'), { passed: 120, failed: 0 }],
    [summary('1 skipped, 4 passed, 5 total'), { passed: 4, failed: 0 }],
    [
      '\u001b[1mTests:       \u001b[22m\u001b[32m7 passed\u001b[39m, 7 total',
      { passed: 7, failed: 0 },
    ],
  ])('%j', (output, counts) => {
    expect(countsIn(output)).toEqual(counts);
  });

  it.each(['', 'All matched files use the correct format.', 'has 3 passed, 1 failed in it'])(
    'counts nothing in %j',
    (output) => {
      expect(countsIn(output)).toBeUndefined();
    },
  );
});

describe('countsOfStep', () => {
  it('counts a step without tests as one', () => {
    expect(countsOfStep(true, '')).toEqual({ passed: 1, failed: 0 });
    expect(countsOfStep(false, '')).toEqual({ passed: 0, failed: 1 });
  });

  it('never takes a step that ended badly for clean', () => {
    expect(countsOfStep(false, summary('12 passed, 12 total'))).toEqual({ passed: 12, failed: 1 });
    expect(countsOfStep(false, summary('3 failed, 12 passed, 15 total'))).toEqual({
      passed: 12,
      failed: 3,
    });
  });
});
