/** `npm run test:mutation`, and with `ROOM=replies` of the replies. Scores and survivors: docs/mutation.md. */
const room = process.env.ROOM ?? 'diagnosis';

export default {
  testRunner: 'in-process',
  plugins: ['./scripts/lib/mutation-runner.ts'],
  testRunnerNodeArgs: ['--import', 'tsx'],
  checkerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  mutate: [`src/${room}/**/*.ts`],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 60000,
  dryRunTimeoutMinutes: 20,
};
