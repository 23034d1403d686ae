import { type ReactNode, useEffect, useState } from 'react';
import { loadLaterWords } from '../wording/load-catalogue';
import type { Messages } from '../wording/messages';
import type * as asked from './asked-parts';
import type * as later from './deferred-parts';
import { Meta } from './primitives';
import { useTools } from './tools';

export type Later = typeof later;
type Loading = Later | 'loading' | 'failed';

let state: Loading = 'loading';

/** Once for all panels: a chunk that has come is there at the next mount, without a flash. */
export async function loadLater(messages?: Messages): Promise<Loading> {
  try {
    const [parts, words] = await Promise.all([
      import('./deferred-parts'),
      messages && loadLaterWords(messages.language),
    ]);
    if (words) messages?.add(words);
    state = parts;
  } catch {
    if (state === 'loading') state = 'failed';
  }
  return state;
}

/** Tried once a mount: a chunk that failed is tried again with the next ticket. */
export function useLater(): Loading {
  const { messages } = useTools();
  const [later, setLater] = useState(state);
  const come = typeof later === 'object';
  useEffect(() => {
    if (come) return;
    let mounted = true;
    void loadLater(messages).then((now) => {
      if (mounted) setLater(now);
    });
    return () => {
      mounted = false;
    };
  }, [come, messages]);
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

type Asked = typeof asked;

let askedState: Asked | 'loading' | 'failed' = 'loading';

/** What is shown only when it is asked for: fetched with the first press that needs it. */
export async function loadAsked(): Promise<Asked | 'loading' | 'failed'> {
  try {
    askedState = await import('./asked-parts');
  } catch {
    if (askedState === 'loading') askedState = 'failed';
  }
  return askedState;
}

interface AskedPartProps {
  readonly outline: ReactNode;
  readonly children: (parts: Asked) => ReactNode;
}

/** A part that somebody has asked for, inside one that is there already. */
export function AskedPart({ outline, children }: AskedPartProps) {
  const { messages: t } = useTools();
  const [parts, setParts] = useState(askedState);
  const come = typeof parts === 'object';
  useEffect(() => {
    if (come) return;
    let mounted = true;
    void loadAsked().then((now) => {
      if (mounted) setParts(now);
    });
    return () => {
      mounted = false;
    };
  }, [come]);
  if (parts === 'loading') return outline;
  return parts === 'failed' ? <Meta>{t('details.failed')}</Meta> : children(parts);
}
