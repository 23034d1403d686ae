import { type ReactNode, useEffect, useState } from 'react';
import type * as later from './deferred-parts';
import { Meta } from './primitives';
import { useTools } from './tools';

export type Later = typeof later;
type Loading = Later | 'loading' | 'failed';

let state: Loading = 'loading';

/** Once for all panels: a chunk that has come is there at the next mount, without a flash. */
export async function loadLater(): Promise<Loading> {
  try {
    state = await import('./deferred-parts');
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

interface LaterPartProps {
  /** Keeps the part's room until its code has come, which is once, and mostly before the first answer. */
  readonly outline: ReactNode;
  /** In its place when its code did not come; by default that is said. */
  readonly missing?: ReactNode;
  readonly children: (later: Later) => ReactNode;
}

/** A part that the first view can do without. */
export function LaterPart({ outline, missing, children }: LaterPartProps) {
  const { messages: t } = useTools();
  const later = useLater();
  if (later === 'loading') return outline;
  if (later === 'failed')
    return missing === undefined ? <Meta>{t('details.failed')}</Meta> : missing;
  return <later.Garden>{children(later)}</later.Garden>;
}
