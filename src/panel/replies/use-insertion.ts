import { useState } from 'react';
import type { Messages } from '../../i18n/messages';
import type { Inserted, InsertRefusal } from '../desk-types';
import { useSay } from '../live-region';
import { useTools } from '../tools';
import { refusalWords } from './refusal-words';

export type Way = 'insert' | 'apply';

interface Result {
  readonly way: Way;
  readonly words: string;
  readonly refusal: InsertRefusal['kind'] | undefined;
}

/** Runs one press to its end and keeps what came of it, on the screen and for the ear. */
export function useInsertion() {
  const { messages: t, clock } = useTools();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();

  async function run(way: Way, put: () => Promise<Inserted>): Promise<void> {
    setBusy(true);
    const inserted = await put();
    const words = wordsOf(way, inserted, t, clock.now());
    setBusy(false);
    setResult({ way, words, refusal: inserted.ok ? undefined : inserted.failure.kind });
    say(words);
  }

  /** The last press of this kind was held back because the reply is in the composer already. */
  const asksAgain = (way: Way): boolean =>
    result?.way === way && result.refusal === 'already-inserted';

  return { busy, result, asksAgain, run };
}

function wordsOf(way: Way, inserted: Inserted, t: Messages, now: number): string {
  if (!inserted.ok) return refusalWords(inserted.failure, t);
  const time = t.time(now);
  if (way === 'apply') return t('reply.applied', { time });
  return inserted.value.format === 'plain'
    ? t('reply.inserted_plain', { time })
    : t('reply.inserted', { time });
}
