import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import type {
  InsertOptions,
  InsertRefusal,
  Inserted,
  ReplyState,
  StrangersRefusal,
} from '../app/panel-contract';
import type { ReplyText } from '../replies/suggest';
import { partsWords, strangersWords } from '../replies/readers-in-words';
import { exhaustive } from '../shared/failure';
import { htmlToText } from '../shared/html';
import type { Messages } from '../wording/translate';
import { QuietAction, keepFocus } from './folds';
import { IconLine } from './garden';
import { Meta } from './primitives';
import { useSay, useTools } from './tools';

export type Way = 'insert' | 'apply';

interface Result {
  readonly way: Way;
  readonly words: string;
  /** `not-there`: it might have been in the composer, and is not. */
  readonly refusal: InsertRefusal['kind'] | 'not-there' | undefined;
}

/**
 * A press of its own: not the second half of a double click, nor a key that is held. What the first half brought onto
 * the button nobody can have read, and it may ask for the engineer's word.
 */
export const deliberate = (press: () => void) => ({
  onClick({ detail }: MouseEvent): void {
    if (detail < 2) press();
  },
  onKeyDown(event: KeyboardEvent): void {
    if (event.repeat) event.preventDefault();
  },
});

/** Runs one press to its end and keeps what came of it, on the screen and for the ear. */
export function useInsertion(inserted: ReplyState['inserted']) {
  const { messages: t, clock } = useTools();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();
  const [told, setTold] = useState(nothingTold);

  // Taken out, sent, or changed so much that it is not the reply any more: what was said of it is over.
  const where = inserted?.where;
  const notThere = t('reply.not_there');
  useEffect(() => {
    if (where === 'sent' || where === 'maybe-sent') {
      setResult(undefined);
      setTold(nothingTold);
    }
    if (where === undefined) {
      setResult((last) => {
        if (last?.refusal !== 'may-be-in-composer')
          return last?.refusal === undefined ? undefined : last;
        return { ...last, words: notThere, refusal: 'not-there' };
      });
    }
  }, [where, notThere]);

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

  /** The engineer says no to what a press asked: the next one asks again. */
  function cancel(): void {
    setTold(nothingTold);
    setResult(undefined);
  }

  return { busy, result, toldOf, run, cancel };
}

interface Told {
  readonly way: Way;
  readonly options: InsertOptions;
}

const toldNothing: InsertOptions = { again: false };
const nothingTold: Told = { way: 'insert', options: toldNothing };

/** Every other end of a press begins anew. */
function toldBy(inserted: Inserted, before: InsertOptions): InsertOptions {
  if (inserted.ok) return toldNothing;
  const { failure } = inserted;
  if (failure.kind === 'already-inserted' || failure.kind === 'maybe-inserted') {
    return { ...before, again: true };
  }
  return failure.kind === 'strangers' ? { ...before, confirmed: failure } : toldNothing;
}

/** Which of two reasons a second press is asked for, if any. */
export const asksFor = ({ again, confirmed }: InsertOptions): 'anyway' | 'again' | 'first' =>
  again ? 'again' : confirmed ? 'anyway' : 'first';

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
    case 'maybe-inserted':
      return t(`refusal.${refusal.kind}`, { time: t.time(refusal.at) });
    case 'may-be-in-composer':
      return `${t('reply.maybe')} ${t(`not_seen.${refusal.why}`)}`;
    case 'strangers':
      return `${t('reply.not_yet')} ${strangersWords(refusal.people, t)}`;
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
    case 'draft-too-long':
    case 'zendesk':
      return t(`refusal.${refusal.kind}`);
    default:
      return exhaustive(refusal);
  }
}

/** Whether it is there is known by later readings too; what else was said of the press stands. */
function aftermath(
  result: Result | undefined,
  inserted: ReplyState['inserted'],
  t: Messages,
): Pick<Result, 'words' | 'refusal'> | undefined {
  if (!inserted) return result;
  const time = t.time(inserted.at);
  switch (inserted.where) {
    case 'composer':
      return result && result.refusal !== 'may-be-in-composer'
        ? result
        : { words: t('reply.inserted', { time }), refusal: undefined };
    case 'maybe':
      return result?.refusal === undefined
        ? { words: t('reply.maybe'), refusal: 'may-be-in-composer' }
        : result;
    case 'sent':
      return result ?? { words: t('reply.sent', { time }), refusal: undefined };
    case 'maybe-sent':
      return result ?? { words: t('reply.maybe_sent', { time }), refusal: undefined };
    default:
      return exhaustive(inserted.where);
  }
}

/** Copies a text and says whether that worked. */
export function useCopy() {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const [words, setWords] = useState<string>();

  async function copy(text: string): Promise<void> {
    const sentence = copiedWords(await actions.copy(text), t);
    setWords(sentence);
    say(sentence);
  }

  return { copied: words, copy };
}

/** A reply is copied as it is inserted: where strangers would read it, by a second press that they were named for. */
export function useReplyCopy(reply: ReplyText) {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const [words, setWords] = useState<string>();
  const [confirmed, setConfirmed] = useState<StrangersRefusal>();

  async function copy(): Promise<void> {
    const copied = await actions.copyReply(reply, { confirmed });
    const refusal = copied.ok ? undefined : copied.failure;
    setConfirmed(refusal?.kind === 'strangers' ? refusal : undefined);
    const sentence = refusal
      ? refusal.kind === 'zendesk'
        ? t('reply.copy_unread')
        : refusalWords(refusal, t)
      : copiedWords(copied.ok && copied.value.allowed, t);
    setWords(sentence);
    say(sentence);
  }

  function cancel(): void {
    setConfirmed(undefined);
    setWords(undefined);
  }

  return { copied: words, asks: confirmed !== undefined, copy, cancel };
}

const copiedWords = (allowed: boolean, t: Messages): string =>
  allowed ? t('reply.copied') : t('reply.not_copied');

/** Undo, for as long as what was inserted stands there unchanged. A draft that did not come back whole can be copied. */
export function TakeOut({ label }: { readonly label?: string }) {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const { copied, copy } = useCopy();
  const [problem, setProblem] = useState<string>();
  const [draft, setDraft] = useState<string>();

  async function takeOut(): Promise<void> {
    const taken = await actions.takeOut();
    const before = !taken.ok && taken.failure.kind === 'not-taken-out' && taken.failure.draft;
    const why = t(before === false ? 'reply.not_taken_out' : 'reply.not_put_back');
    setDraft(before === false ? undefined : before);
    setProblem(taken.ok ? undefined : why);
    say(taken.ok ? t('reply.taken_out') : why);
  }

  return (
    <>
      <QuietAction
        data-action="take-out"
        aria-label={label}
        onClick={(event) => {
          keepFocus(event);
          void takeOut();
        }}
      >
        {t('reply.take_out')}
      </QuietAction>
      {problem !== undefined && <Meta>{problem}</Meta>}
      {draft !== undefined && (
        <QuietAction onClick={() => void copy(asText(draft))}>{t('reply.copy_draft')}</QuietAction>
      )}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </>
  );
}

/** The editor's markup begins with a tag; a plain draft is text already. */
const asText = (draft: string): string => (draft.startsWith('<') ? htmlToText(draft) : draft);

interface AftermathProps {
  readonly result: Result | undefined;
  readonly inserted: ReplyState['inserted'];
  readonly copied?: string | undefined;
}

/** What came of the last press; where nothing was pressed yet, that the reply is in the composer already, or may be. */
export function Aftermath({ result, inserted, copied }: AftermathProps) {
  const { messages: t } = useTools();
  const isThere = inserted?.where === 'composer';
  const isDoubtful = inserted?.where === 'maybe' || inserted?.where === 'maybe-sent';
  const shown = aftermath(result, inserted, t);
  return (
    <>
      {shown && (
        <IconLine
          tone={shown.refusal !== undefined || isDoubtful ? 'cause' : 'good'}
          data-result={shown.refusal ?? 'ok'}
        >
          {shown.words}
        </IconLine>
      )}
      {inserted?.otherLanguage && (isThere || isDoubtful) && (
        <IconLine tone="cause">{t('reply.other_language')}</IconLine>
      )}
      {inserted?.otherWords && <IconLine tone="cause">{t('reply.other_words')}</IconLine>}
      {isThere && !inserted.canTakeOut && <Meta>{t('reply.by_hand')}</Meta>}
      {copied !== undefined && <Meta>{copied}</Meta>}
    </>
  );
}
