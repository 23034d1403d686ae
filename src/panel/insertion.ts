import { useState } from 'react';
import type { InsertRefusal, Inserted } from '../app/state';
import { exhaustive } from '../shared/result';
import type { Messages } from '../wording/messages';
import { useSay } from './live-region';
import { useTools } from './tools';

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

/** Why nothing was inserted, or what to look at before submitting. */
function refusalWords(refusal: InsertRefusal, t: Messages): string {
  switch (refusal.kind) {
    case 'channel-changed':
      return t('refusal.channel-changed', { channel: refusal.now });
    case 'unresolved-placeholder':
      return t('refusal.unresolved-placeholder', { placeholders: t.list(refusal.placeholders) });
    case 'placeholder-in-composer':
      return t('refusal.placeholder-in-composer', {
        placeholders: t.list(refusal.placeholders),
      });
    case 'already-inserted':
      return t('refusal.already-inserted', { time: t.time(refusal.at) });
    case 'busy':
    case 'ticket-changed':
    case 'requester-changed':
    case 'internal-note-selected':
    case 'not-suggested':
    case 'not-in-composer':
    case 'draft-changed':
    case 'zendesk':
      return t(`refusal.${refusal.kind}`);
    default:
      return exhaustive(refusal);
  }
}

/** Copies a text and says whether that worked. */
export function useCopy() {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const [words, setWords] = useState<string>();

  async function copy(text: string): Promise<void> {
    const sentence = (await actions.copy(text)) ? t('reply.copied') : t('reply.not_copied');
    setWords(sentence);
    say(sentence);
  }

  return { copied: words, copy };
}
