import { base } from '../../jest.config.js';

/** The built app in a real browser against the sandbox. What has changed since it was built is built first. */
export default {
  testEnvironment: 'node',
  rootDir: '../..',
  roots: ['<rootDir>/spec/e2e'],
  globalSetup: '<rootDir>/spec/e2e/global-setup.ts',
  ...base,
  // On two cores: two work while a third waits, for an answer that never comes or for what is drawn.
  maxWorkers: 3,
  testSequencer: '<rootDir>/spec/support/slowest-first.js',
  testTimeout: 60_000,
};
