import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { DeskState } from '../desk/desk';
import { announcement } from './announcement';
import { Hidden } from './parts/text';
import { useTools } from './tools';

const Say = createContext<(sentence: string) => void>(() => undefined);

/** For what a press brought about: inserted, refused, copied, posted. */
export const useSay = (): ((sentence: string) => void) => useContext(Say);

interface LiveRegionProps {
  readonly state: DeskState;
  readonly children: ReactNode;
}

/** The panel's only live region: says what changed, in a sentence, and moves nothing. */
export function LiveRegion({ state, children }: LiveRegionProps) {
  const { messages } = useTools();
  const [sentence, say] = useState('');
  const before = useRef<DeskState>();

  useEffect(() => {
    const news = announcement(before.current, state, messages);
    before.current = state;
    if (news !== undefined) say(news);
  }, [state, messages]);

  return (
    <Say.Provider value={say}>
      {children}
      <Hidden role="status">{sentence}</Hidden>
    </Say.Provider>
  );
}
