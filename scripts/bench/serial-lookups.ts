import { lookupsFor as sideBySide } from '../../src/app/lookups';

/** The same questions, but each waits until the one before it is answered: what a first draft would do. */
export const lookupsFor: typeof sideBySide = (...ports) => {
  const lookups = sideBySide(...ports);
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<A extends readonly unknown[], R>(
    lookUp: (...asked: A) => Promise<R>,
  ): (...asked: A) => Promise<R> {
    return (...asked) => {
      const next = last.then(() => lookUp(...asked));
      last = next.catch(() => undefined);
      return next;
    };
  }

  return {
    lookUpAccount: inTurn(lookups.lookUpAccount),
    readPortalLog: inTurn(lookups.readPortalLog),
    readGitlabLog: inTurn(lookups.readGitlabLog),
    readSuppressions: inTurn(lookups.readSuppressions),
  };
};
