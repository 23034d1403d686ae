import { sameAddress } from '../address/address';
import { exhaustive, failed } from '../shared/failure';
import type { ReplyName } from '../shared/reply';
import type { DraftReading } from '../zendesk/composer';
import type { InsertReceipt } from '../zendesk/composer-check';
import type { AppEvent, Effect, Step } from './events';
import type { Inserted, OpenState, ReplyState } from './panel-contract';
import type { About, InsertedReply, Ready, Session, State } from './state';

/** Whom the session's findings are about. */
export function aboutOf({ ticket }: Ready, { selected }: Session): About {
  return {
    ticketId: ticket.id,
    requesterId: ticket.requester?.id,
    address: selected.address,
  };
}

export const isSame = (one: About, other: About): boolean =>
  one.ticketId === other.ticketId &&
  one.requesterId === other.requesterId &&
  sameAddress(one.address, other.address);

/** What stands in the composer counts before what may, and that before what was sent. */
const order = ['maybe-sent', 'sent', 'maybe', 'composer'] as const;

type Where = (typeof order)[number];

export function whereOf({ where, sent }: InsertedReply): Where | undefined {
  if (where === 'composer') return 'composer';
  if (sent) return sent.sure ? 'sent' : 'maybe-sent';
  return where === 'maybe' ? 'maybe' : undefined;
}

/** Whether it came into the composer. */
export function seenAfter(result: Inserted): 'composer' | 'maybe' | 'no' {
  const kind = result.ok ? 'ok' : result.failure.kind;
  if (kind === 'may-be-in-composer') return 'maybe';
  const isIn = ['ok', 'readers-changed-since', 'placeholder-in-composer'].includes(kind);
  return isIn ? 'composer' : 'no';
}

/** The newest of what counts most. */
export function insertedAs(
  inserted: readonly InsertedReply[],
  names: readonly ReplyName[],
  about: About,
  shown: Session['replyLanguage'],
): ReplyState['inserted'] {
  const these = inserted.filter(
    (one) => isSame(one.about, about) && one.names.some((name) => names.includes(name)),
  );
  const found = order.flatMap((where) => these.filter((one) => whereOf(one) === where)).at(-1);
  const where = found && whereOf(found);
  return where && { ...viewOf(found), where, otherLanguage: found.language !== shown };
}

const viewOf = ({ at, sent, where, canTakeOut, otherWords }: InsertedReply) => ({
  at: where === 'composer' ? at : (sent?.at ?? at),
  canTakeOut,
  otherWords,
});

const isThere = ({ where }: InsertedReply): boolean => where !== 'gone';

/** The newest reply that stands in the composer, or may, and is none of those that the panel offers. */
export function leftoverOf(
  { inserted, ticket }: Ready,
  about: About,
  offered: readonly ReplyName[],
): OpenState['leftover'] {
  const one = inserted.findLast(
    (each) =>
      isThere(each) &&
      whereOf(each) !== 'sent' &&
      !(isSame(each.about, about) && each.names.some((name) => offered.includes(name))),
  );
  return (
    one && {
      about: one.about.address,
      at: one.at,
      canTakeOut: one.canTakeOut,
      sure: one.where === 'composer',
      ofAnother: one.about.requesterId !== ticket.requester?.id,
      isFormer: isSame(one.about, about),
    }
  );
}

export const receiptsIn = ({ inserted }: Pick<State, 'inserted'>): readonly InsertReceipt[] =>
  inserted.flatMap(({ receipt }) => receipt ?? []);

/** What is being put in may stand there already. */
export const standingIn = ({ inserted, writing }: Pick<State, 'inserted' | 'writing'>) => [
  ...inserted.filter(isThere),
  ...(writing && !writing.takesOut
    ? [{ ...writing, where: 'maybe', receipt: undefined } as const]
    : []),
];

/** Zendesk empties the composer somewhere between asking and saying that the ticket is saved, or soon after. */
const longestSaveMs = 30_000;

/** The composer is about to be emptied by Zendesk, which says nothing of what was sent. */
const isSaving = ({ savingSince }: State, at: number): boolean =>
  savingSince !== undefined && at - savingSince < longestSaveMs;

/** A reading that cannot tell takes nothing away, and what is gone is known again where a reading shows it. */
export function afterReading(
  state: State,
  { holdings, isEmpty, isNote: inNote }: DraftReading,
  at: number,
): State {
  const isEnding = isSaving(state, at);
  const inserted = state.inserted.map((one): InsertedReply => {
    const read = holdings.find(({ of }) => of === one.receipt);
    if (!read) return one;
    const { holding, receipt } = read;
    if (isEnding && (holding === 'gone' || holding === 'unknown')) return one;
    switch (holding) {
      case 'gone':
        return { ...one, where: 'gone', canTakeOut: false };
      case 'unknown':
        return one.where === 'composer' ? { ...one, where: 'maybe', canTakeOut: false } : one;
      case 'most':
        return one.where === 'gone'
          ? { ...one, where: 'maybe' }
          : { ...one, inNote, canTakeOut: false };
      case 'changed':
        // A link of it in the next reply is no reply of its own.
        if (one.where === 'gone') return one.sent ? one : { ...one, where: 'maybe' };
        return { ...one, inNote, canTakeOut: false };
      case 'unchanged':
      case 'whole':
        if (one.where !== 'composer' && one.sent?.sure && at - one.sent.at < longestSaveMs) {
          // Zendesk is emptying the composer, or it was put in once more.
          return { ...one, where: 'maybe' };
        }
        return {
          ...one,
          where: 'composer',
          receipt,
          inNote,
          canTakeOut: holding === 'unchanged',
        };
    }
  });
  // What is being written, or taken out, is no draft of the engineer's.
  const isOurs = isEnding || state.writing !== undefined;
  const draft = isOurs ? state.draft : isEmpty ? 'empty' : 'started';
  return { ...state, inserted, draft };
}

/** The ticket was saved, and what stood in the composer went with it; of what may have stood there nobody knows. */
export const sentWithTicket = (
  inserted: readonly InsertedReply[],
  at: number,
): readonly InsertedReply[] =>
  inserted.map((one) => {
    switch (one.where) {
      case 'composer':
        return {
          ...one,
          where: 'gone',
          // A note no customer gets.
          sent: one.inNote ? one.sent : { at, sure: true },
          canTakeOut: false,
        };
      case 'maybe':
        return { ...one, sent: one.sent?.sure ? one.sent : { at, sure: false }, canTakeOut: false };
      case 'gone':
        return one;
    }
  });

type DraftEvent = Extract<
  AppEvent,
  { kind: 'draft-changed' | 'draft-read' | 'take-out-pressed' | 'taken-out' }
>;

/** Pure, as all of `reduce`: what the composer holds of what was inserted. */
export function afterDraft(state: State, event: DraftEvent): Step {
  switch (event.kind) {
    case 'draft-changed':
      // The engineer, a macro or another app wrote into the composer. What then stands there has to be read.
      return { state, effects: [{ do: 'read-draft' }] };
    case 'draft-read':
      return takeDraft(state, event);
    case 'take-out-pressed':
      return pressTakeOut(state, event.attempt);
    case 'taken-out':
      return takeTakenOut(state, event);
    default:
      return exhaustive(event);
  }
}

function takeDraft(state: State, { result, at }: Extract<AppEvent, { kind: 'draft-read' }>): Step {
  const read: State = result.ok
    ? afterReading(state, result.value, at)
    : { ...state, draft: 'unknown' };
  return { state: read, effects: [] };
}

/** Also for somebody who is not the requester any more. */
function pressTakeOut(state: State, attempt: number): Step {
  const one = state.inserted.findLast(
    ({ where, canTakeOut }) => where === 'composer' && canTakeOut,
  );
  if (state.writing || !one?.receipt) {
    const result = failed({ kind: 'nothing' } as const);
    return { state, effects: [{ do: 'tell-taken-out', attempt, result }] };
  }
  const { names, about, receipt } = one;
  return {
    state: {
      ...state,
      writing: { attempt, names, about, told: [], otherWords: false, takesOut: receipt },
    },
    effects: [{ do: 'take-out', attempt, receipt }],
  };
}

function takeTakenOut(
  state: State,
  { attempt, result }: Extract<AppEvent, { kind: 'taken-out' }>,
): Step {
  const told: Effect = { do: 'tell-taken-out', attempt, result };
  const { writing } = state;
  if (writing?.attempt !== attempt) return { state, effects: [told] };
  const inserted = state.inserted.map((one) =>
    result.ok && one.receipt === writing.takesOut
      ? { ...one, where: 'gone' as const, canTakeOut: false }
      : one,
  );
  return {
    state: { ...state, writing: undefined, inserted, draft: 'unknown' },
    // Whatever came of it, the composer says how it is now.
    effects: [told, { do: 'read-draft' }],
  };
}

type SaveEvent = Extract<AppEvent, { kind: 'save-asked' | 'save-read' }>;

/** Pure: the engineer submits, and something of ours may stand in the composer. */
export function afterSave(state: State, event: SaveEvent): Step {
  const { attempt, at } = event;
  const goOn = (known: State): Step => ({
    state: { ...known, savingSince: at },
    effects: [{ do: 'tell-save', attempt, hold: undefined }],
  });
  switch (event.kind) {
    case 'save-asked':
      // Where nothing was ever inserted nobody is kept waiting; else both are asked in the moment of sending.
      return state.inserted.length === 0 && !state.writing
        ? goOn(state)
        : { state, effects: [{ do: 'read-for-save', attempt }] };
    case 'save-read': {
      const { known, hold } = event.judge(state, event);
      return hold ? { state: known, effects: [{ do: 'tell-save', attempt, hold }] } : goOn(known);
    }
    default:
      return exhaustive(event);
  }
}
