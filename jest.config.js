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

/** What every spec needs, in a browser or not. */
export const base = {
  transform: { '^.+\\.(tsx?|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/(?!react-merge-refs/)'],
  // The build makes several of a language file; here each is the whole.
  moduleNameMapper: { '^(.*\\.json)\\?(first|later|asked)$': '$1' },
};

const setup = '<rootDir>/spec/support/setup.ts';

export default {
  // A busy machine makes nothing wrong; what hangs ends here.
  testTimeout: 300_000,
  // Jest would leave a processor free for whoever watches; the checks run beside it (`scripts/test.ts`).
  maxWorkers: 2,
  testSequencer: '<rootDir>/spec/support/slowest-first.js',
  projects: [
    {
      ...base,
      testEnvironment: 'jsdom',
      // What draws; the panel's other specs need no document.
      testMatch: ['<rootDir>/spec/panel/**/*.spec.tsx'],
      roots: ['<rootDir>/spec/panel'],
      // Styles go in rule by rule, as in the built app: as text, each would have all before it parsed again.
      globals: { SC_DISABLE_SPEEDY: false },
      setupFiles: ['<rootDir>/spec/support/match-media.ts'],
      setupFilesAfterEnv: [setup, '<rootDir>/spec/support/panel-setup.ts'],
    },
    {
      ...base,
      // A document costs each file half a second: the few that need one say `@jest-environment jsdom`.
      testEnvironment: 'node',
      roots: ['<rootDir>/spec'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/spec/e2e/',
        '<rootDir>/spec/panel/.*[.]tsx$',
      ],
      setupFilesAfterEnv: [setup],
    },
  ],
};
