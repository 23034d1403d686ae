import { useEffect, useState } from 'react';
import type { InsertOptions, InsertRefusal, Inserted } from '../app/panel-contract';
import { partsWords, strangersWords } from '../replies/readers-in-words';
import { exhaustive } from '../shared/failure';
import type { Messages } from '../wording/translate';
import { useSay } from './live-region';
import { useTools } from './tools';

export type Way = 'insert' | 'apply';

interface Result {
  readonly way: Way;
  readonly words: string;
  readonly refusal: InsertRefusal['kind'] | undefined;
}

/** Runs one press to its end and keeps what came of it, on the screen and for the ear. */
export function useInsertion(inserted?: object) {
  const { messages: t, clock } = useTools();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();
  const [told, setTold] = useState<Told>({ way: 'insert', options: toldNothing });

  // Taken out, or changed so much that it is not the reply any more: what was said of it is over.
  const isIn = inserted !== undefined;
  useEffect(() => {
    if (!isIn) setResult((last) => (last?.refusal === undefined ? undefined : last));
  }, [isIn]);

  /** What the engineer has been told of this way; the next press says that it was meant all the same. */
  const toldOf = (way: Way): InsertOptions => (told.way === way ? told.options : toldNothing);

  async function run(way: Way, put: (options: InsertOptions) => Promise<Inserted>): Promise<void> {
    setBusy(true);
    const inserted = await put(toldOf(way));
    const words = wordsOf(way, inserted, t, clock.now());
    setBusy(false);
    setResult({ way, words, refusal: inserted.ok ? undefined : inserted.failure.kind });
    setTold({ way, options: toldBy(inserted, toldOf(way)) });
    say(words);
  }

  return { busy, result, toldOf, run };
}

interface Told {
  readonly way: Way;
  readonly options: InsertOptions;
}

const toldNothing: InsertOptions = { again: false };

/** Every other end of a press begins anew. */
function toldBy(inserted: Inserted, before: InsertOptions): InsertOptions {
  if (inserted.ok) return toldNothing;
  const { failure } = inserted;
  if (failure.kind === 'already-inserted') return { ...before, again: true };
  return failure.kind === 'strangers' ? { ...before, toStrangers: failure.people } : toldNothing;
}

/** Which of two reasons a second press is asked for, if any. */
export const asksFor = ({
  again,
  toStrangers = [],
}: InsertOptions): 'anyway' | 'again' | 'first' =>
  again ? 'again' : toStrangers.length > 0 ? 'anyway' : 'first';

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
    case 'unresolved-placeholder':
      return t('refusal.unresolved-placeholder', { placeholders: t.list(refusal.placeholders) });
    case 'placeholder-in-composer':
      return t('refusal.placeholder-in-composer', {
        placeholders: t.list(refusal.placeholders),
      });
    case 'already-inserted':
      return t('refusal.already-inserted', { time: t.time(refusal.at) });
    case 'strangers':
      return strangersWords(refusal.people, t);
    case 'readers-changed':
      return t('refusal.readers-changed', { what: partsWords(refusal.parts, t) });
    case 'readers-changed-since':
      return refusal.parts.length === 0
        ? t('refusal.readers-not-known')
        : t('refusal.readers-changed-since', { what: partsWords(refusal.parts, t) });
    case 'busy':
    case 'channel-changed':
    case 'ticket-changed':
    case 'requester-changed':
    case 'internal-note-selected':
    case 'not-suggested':
    case 'not-in-composer':
    case 'draft-changed':
    case 'draft-too-long':
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
