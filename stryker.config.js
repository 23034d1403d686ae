import { base } from './jest.config.js';

/**
 * `npm run test:mutation`, and with `ROOM=replies` of the replies: up to an hour, so it is no part of `npm test`. Not
 * incremental: specs taken as one file look unchanged when one of them is. Scores and survivors: docs/mutation.md.
 */
const room = process.env.ROOM ?? 'diagnosis';

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: [`src/${room}/**/*.ts`],
  jest: {
    projectType: 'custom',
    config: {
      ...base,
      // The core needs no document, and without one a run takes a fraction of the time.
      testEnvironment: room === 'diagnosis' ? 'node' : 'jsdom',
      testMatch: ['<rootDir>/spec/support/mutation-suite.ts'],
    },
    enableFindRelatedTests: false,
  },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 60000,
};
