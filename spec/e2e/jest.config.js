import { base } from '../../jest.config.js';

/** The built app in a real browser against the sandbox. What has changed since it was built is built first. */
export default {
  testEnvironment: 'node',
  rootDir: '../..',
  roots: ['<rootDir>/spec/e2e'],
  globalSetup: '<rootDir>/spec/e2e/global-setup.ts',
  ...base,
  // Browsers compete for the processor; two at a time is what a small CI machine bears.
  maxWorkers: 2,
  testTimeout: 60_000,
};
