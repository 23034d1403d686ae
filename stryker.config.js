import jestConfig from './jest.config.js';

/** `npm run test:mutation`: takes minutes, so it is no part of `npm test`. Survivors: docs/mutation.md. */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: ['src/diagnosis/**/*.ts'],
  jest: {
    projectType: 'custom',
    config: {
      ...jestConfig,
      roots: ['<rootDir>/spec/diagnosis'],
      // The core needs no document, and without one a run takes a fraction of the time.
      testEnvironment: 'node',
      setupFiles: [],
      setupFilesAfterEnv: [],
      // The specs over generated evidence are left out: slow, and the others have to do without them.
      testPathIgnorePatterns: [
        ...jestConfig.testPathIgnorePatterns,
        'properties.spec.ts',
        'arrival-order.spec.ts',
      ],
    },
    enableFindRelatedTests: false,
  },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 1,
  timeoutMS: 60000,
};
