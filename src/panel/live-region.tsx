import { type ReactNode, createContext, useCallback, useContext, useState } from 'react';
import { Hidden } from './primitives';

const Say = createContext<(sentence: string) => void>(() => undefined);

/** For what a press brought about (inserted, refused, copied, posted), and for what changed by itself. */
export const useSay = (): ((sentence: string) => void) => useContext(Say);

/** The panel's only live region: says what changed, in a sentence, and moves nothing. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ number: 0, sentence: '' });
  const say = useCallback((sentence: string) => {
    setSaid(({ number }) => ({ number: number + 1, sentence }));
  }, []);

  return (
    <Say.Provider value={say}>
      {children}
      <Hidden role="status">
        {/* The same sentence once more is a new one: it is another element that says it. */}
        <span key={said.number}>{said.sentence}</span>
      </Hidden>
    </Say.Provider>
  );
}
