import '@testing-library/jest-dom';
import fc from 'fast-check';

/** One seed for every property, so that what is green here is green everywhere; `SEED=7 npx jest` searches elsewhere. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_124) });
