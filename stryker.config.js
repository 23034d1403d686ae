import { readdirSync } from 'node:fs';
import { base } from './jest.config.js';

/**
 * `npm run test:mutation`, and with `ROOM=replies` of the replies: up to an hour, so it is no part of `npm test`. Not
 * incremental: specs taken as one file look unchanged when one of them is. Scores and survivors: docs/mutation.md.
 */
const room = process.env.ROOM ?? 'diagnosis';

/** `npm run test:long` changes two files of the room, which its seed draws: the whole takes longer than all the rest. */
const drawn = 2;
const files = readdirSync(`src/${room}`).filter((name) => name.endsWith('.ts'));
const seed = Number(process.env.SEED ?? 0);
const isLong = process.env.LONG !== undefined;
const some = Array.from({ length: drawn }, (_, index) => files[(seed + index * 7) % files.length]);
if (isLong) process.stdout.write(`Mutated, as seed ${seed} draws them: ${some.join(', ')}\n`);

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: isLong ? some.map((name) => `src/${room}/${name}`) : [`src/${room}/**/*.ts`],
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
  // Of few files alone, changes that no spec can tell (docs/mutation.md) weigh more.
  thresholds: { high: 95, low: 90, break: isLong ? 80 : 90 },
  concurrency: 2,
  timeoutMS: 60000,
};
