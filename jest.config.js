const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

export default {
  testEnvironment: 'jsdom',
  // A busy machine makes nothing wrong.
  testTimeout: 60_000,
  roots: ['<rootDir>/spec'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/spec/e2e/'],
  setupFiles: ['<rootDir>/spec/support/match-media.ts'],
  setupFilesAfterEnv: ['<rootDir>/spec/support/setup.ts'],
  transform: { '^.+\\.(tsx?|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/(?!react-merge-refs/)'],
};
