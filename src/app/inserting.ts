import { areAnswersPrivate } from '../replies/may-disclose';
import type { ReplyText } from '../replies/suggest';
import { type Result, exhaustive, failed, ok } from '../shared/failure';
import type { Readers, ReplyName } from '../shared/reply';
import type { AppEvent, Effect, Press, Step } from './events';
import { aboutOf, insertedAs, isSame, seenAfter } from './draft';
import type { InsertRefusal, ReplyState, StrangersRefusal } from './panel-contract';
import { asksForNothing, disclosureOf, repliesOf, sessionOf, toldOf } from './replies';
import type { About, InsertedReply, Ready, State } from './state';

type Pressed = Extract<AppEvent, { kind: 'insert-pressed' }>;
type NotePressed = Extract<AppEvent, { kind: 'note-pressed' }>;
type What = Extract<Effect, { do: 'write' }>['what'];

interface Allowed {
  readonly state: Ready;
  readonly plan: Plan;
  readonly about: About;
  readonly known: Readers;
  /** Strangers whom the engineer has confirmed, and `asksForNothing`. */
  readonly told: InsertedReply['told'];
}

/**
 * The privacy gate once more: only a text that is suggested for this address leaves the app, and where strangers read
 * it, only with the engineer's word for these very strangers, this reply, this address and this way.
 */
export function gate(
  state: State,
  press: Press,
  way: Press['way'] | 'copy',
  confirmed: StrangersRefusal | undefined,
): Result<Allowed, InsertRefusal> {
  if (state.kind !== 'ready') return failed({ kind: 'not-suggested' });
  if (state.requesterInDoubt) return failed({ kind: 'requester-changed' });
  if (way !== 'copy' && state.writing) return failed({ kind: 'busy' });
  const session = sessionOf(state);
  const { known } = state.readers;
  const plan =
    session &&
    planOf(
      press,
      repliesOf(state, session, () => undefined),
    );
  if (!session || !plan || !known) return failed({ kind: 'not-suggested' });
  const about = aboutOf(state, session);
  const disclosure = disclosureOf(state, session);
  const people = disclosure.kind === 'strangers' ? disclosure.people : [];
  const told = people.map(toldOf);
  const of = toldOf([way, plan.what, about, [...told].sort()]);
  return people.length === 0 || confirmed?.of === of
    ? ok({
        state,
        plan,
        about,
        known,
        told: areAnswersPrivate(known) ? told : [...told, asksForNothing],
      })
    : failed({ kind: 'strangers', people, of });
}

export function pressInsert(state: State, event: Pressed): Step {
  const { attempt, press, again, confirmed } = event;
  const refuse = (refusal: InsertRefusal): Step => ({
    state,
    effects: [{ do: 'tell', attempt, result: failed(refusal) }],
  });
  const allowed = gate(state, press, press.way, confirmed);
  if (!allowed.ok) return refuse(allowed.failure);
  const { state: ready, plan, about, known, told } = allowed.value;
  const { names, what } = plan;
  const before = insertedAs(ready.inserted, names, about, undefined);
  if (before?.where === 'composer' && !again) {
    return refuse({ kind: 'already-inserted', at: before.at });
  }
  if (before?.where === 'maybe' && !again) {
    return refuse({ kind: 'maybe-inserted', at: before.at });
  }
  const expected = {
    ticketId: about.ticketId,
    requesterId: about.requesterId,
    channel: ready.ticket.channel.name,
  };
  // In the moment of writing they are read once more; what is still on its way is older than that.
  const asked = ready.next;
  const readers = { asked, known };
  const language = sessionOf(ready)?.replyLanguage;
  const writing = { attempt, names, about, told, language, otherWords: what.way === 'apply' };
  return {
    state: { ...ready, next: asked + 1, readers, writing },
    effects: [{ do: 'write', attempt, what, expected, about, readers }],
  };
}

interface Plan {
  readonly names: readonly ReplyName[];
  readonly what: What;
}

function planOf(press: Press, replies: readonly ReplyState[]): Plan | undefined {
  const ready = replies.flatMap(({ text }) => (text.state === 'ready' ? [text.reply] : []));
  const isSuggested = (reply: ReplyText): boolean => ready.includes(reply);
  switch (press.way) {
    case 'reply':
      return isSuggested(press.reply) ? { names: [press.reply.name], what: press } : undefined;
    case 'all': {
      // As one message, in the words that are on the screen: none is left out.
      const [first, ...others] = ready;
      return first && ready.length === replies.length
        ? { names: ready.map(({ name }) => name), what: { way: 'all', first, others } }
        : undefined;
    }
    case 'apply': {
      const { origin, name } = press.reply;
      return origin.kind === 'macro' && isSuggested(press.reply)
        ? { names: [name], what: { way: 'apply', macroId: origin.macroId, preview: press.reply } }
        : undefined;
    }
    default:
      return exhaustive(press);
  }
}

/** A reading takes this long to show what a slow editor was given, ms. */
const slowEditorMs = 5_000;

/** However the reading of the ticket has gone meanwhile, whoever pressed is told, and the next press is free. */
export function takeWritten(
  state: State,
  { attempt, result, receipt, at }: Extract<AppEvent, { kind: 'written' }>,
): Step {
  const tell: Effect = { do: 'tell', attempt, result };
  const { writing } = state;
  if (writing?.attempt !== attempt) return { state, effects: [tell] };
  const seen = seenAfter(result);
  if (seen === 'no') return { state: { ...state, writing: undefined }, effects: [tell] };
  const { names, about, told, language, savedAt } = writing;
  // Saved meanwhile, nobody knows whether with it.
  const where = seen === 'composer' && savedAt === undefined ? 'composer' : 'maybe';
  const inserted: readonly InsertedReply[] = [
    // What was put in before is not what the composer was left with any more.
    ...state.inserted.map((one) => ({ ...one, canTakeOut: false })),
    {
      names,
      about,
      at,
      where,
      sent: savedAt === undefined ? undefined : { at: savedAt, sure: false },
      receipt,
      canTakeOut: where === 'composer' && receipt?.after !== undefined,
      otherWords: result.ok && result.value.otherWords,
      told,
      language,
    },
  ];
  const draft = where === 'composer' ? 'started' : 'unknown';
  const effects: readonly Effect[] =
    where === 'composer' ? [tell] : [tell, { do: 'read-draft', afterMs: slowEditorMs }];
  return { state: { ...state, writing: undefined, inserted, draft }, effects };
}

export function pressNote(state: State, { attempt, html, about, told }: NotePressed): Step {
  const tell = (result: Extract<Effect, { do: 'tell-note' }>['result']): Step => ({
    state,
    effects: [{ do: 'tell-note', attempt, result }],
  });
  const session = state.kind === 'ready' ? sessionOf(state) : undefined;
  if (state.kind !== 'ready' || !session) return tell({ ok: false, why: 'failed' });
  if (about.ticketId === undefined) return tell({ ok: false, why: 'unsaved-ticket' });
  if (about.ticketId !== state.ticket.id) return tell({ ok: false, why: 'ticket-changed' });
  if (state.requesterInDoubt || !isSame(about, aboutOf(state, session))) {
    return tell({ ok: false, why: 'requester-changed' });
  }
  const { note } = state;
  if (note.kind === 'posting') return tell({ ok: false, why: 'busy' });
  if (note.kind === 'posted' && isSame(note.about, about) && !told.includes('already-posted')) {
    return tell({ ok: false, asks: 'again', why: 'already-posted', at: note.at });
  }
  return {
    state: { ...state, note: { kind: 'posting', attempt, about } },
    effects: [{ do: 'post-note', attempt, html, about, told }],
  };
}

export function takeNoteWritten(
  state: State,
  { attempt, result, at }: Extract<AppEvent, { kind: 'note-written' }>,
): Step {
  const effects: readonly Effect[] = [{ do: 'tell-note', attempt, result }];
  if (state.kind !== 'ready' || state.note.kind !== 'posting' || state.note.attempt !== attempt) {
    return { state, effects };
  }
  const { about } = state.note;
  const note: Ready['note'] = result.ok ? { kind: 'posted', at, about } : { kind: 'none' };
  return { state: { ...state, note }, effects };
}
