import fc from 'fast-check';
import { runs } from './runs';

/**
 * One seed for every property, so that what is green here is green everywhere; `SEED=7 npx jest` searches elsewhere, as
 * `npm run test:long` does, which picks one and prints it.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_124), numRuns: runs(100, 1_000) });
