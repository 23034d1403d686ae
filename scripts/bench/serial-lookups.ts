import { lookUp as sideBySide } from '../../src/app/lookups';

let last: Promise<unknown> = Promise.resolve();

/** The same questions, but each waits until the one before it is answered: what a first draft would do. */
export const lookUp: typeof sideBySide = (...asked) => {
  const next = last.then(() => sideBySide(...asked));
  last = next.catch(() => undefined);
  return next;
};
