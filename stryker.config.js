import jestConfig from './jest.config.js';

/** `npm run test:mutation`: takes most of an hour, so it is no part of `npm test`. Survivors: docs/mutation.md. */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: ['src/diagnosis/**/*.ts'],
  jest: {
    projectType: 'custom',
    config: {
      ...jestConfig,
      testMatch: ['<rootDir>/spec/support/mutation-suite.ts'],
      // The core needs no document, and without one a run takes a fraction of the time.
      testEnvironment: 'node',
      setupFiles: [],
      setupFilesAfterEnv: [],
    },
    enableFindRelatedTests: false,
  },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // A second run tries only what has changed since the first.
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 60000,
};
