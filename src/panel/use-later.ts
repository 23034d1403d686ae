import { useEffect, useState } from 'react';
import type * as later from './later';

export type Later = typeof later;
type Loading = Later | 'loading' | 'failed';

let state: Loading = 'loading';

/** Once for all panels: a chunk that has come is there at the next mount, without a flash. */
export async function loadLater(): Promise<Loading> {
  try {
    state = await import('./later');
  } catch {
    if (state === 'loading') state = 'failed';
  }
  return state;
}

/** Tried once a mount: a chunk that failed is tried again with the next ticket. */
export function useLater(): Loading {
  const [later, setLater] = useState(state);
  const come = typeof later === 'object';
  useEffect(() => {
    if (come) return;
    let mounted = true;
    void loadLater().then((now) => {
      if (mounted) setLater(now);
    });
    return () => {
      mounted = false;
    };
  }, [come]);
  return later;
}
