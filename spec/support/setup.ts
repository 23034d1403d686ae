import fc from 'fast-check';
import { runs, seed } from './runs';

fc.configureGlobal({ seed, numRuns: runs(100, 1_000) });
