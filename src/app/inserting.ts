import { sameAddress } from '../address/address';
import type { ReplyText } from '../replies/suggest';
import { exhaustive, failed } from '../shared/failure';
import type { ReplyName } from '../shared/reply-name';
import type { AppEvent, Effect, Press, Step } from './events';
import type { InsertRefusal, ReplyState } from './panel-contract';
import { disclosureOf, isConfirmed, repliesOf, sessionOf, toldOf } from './replies';
import type { About, InsertedReply, Ready, Session, State } from './state';

type Pressed = Extract<AppEvent, { kind: 'insert-pressed' }>;
type NotePressed = Extract<AppEvent, { kind: 'note-pressed' }>;
type What = Extract<Effect, { do: 'write' }>['what'];

/** Whom the session's findings are about. */
export function aboutOf({ ticket }: Ready, { selected }: Session): About {
  return {
    ticketId: ticket.id,
    requesterId: ticket.requester?.id,
    address: selected.address,
  };
}

const isSame = (one: About, other: About): boolean =>
  one.ticketId === other.ticketId &&
  one.requesterId === other.requesterId &&
  sameAddress(one.address, other.address);

const newestOf = (
  inserted: readonly InsertedReply[],
  names: readonly ReplyName[],
  about: About,
): InsertedReply | undefined =>
  inserted.findLast(
    (one) => isSame(one.about, about) && one.names.some((name) => names.includes(name)),
  );

export function insertedOf(
  state: Ready,
  session: Session,
  name: ReplyName,
): ReplyState['inserted'] {
  const newest = newestOf(state.inserted, [name], aboutOf(state, session));
  return newest && { at: newest.at, where: newest.where, canTakeOut: newest.canTakeOut };
}

/** The newest reply in the composer that is about somebody else than the requester. */
export function leftoverOf({ inserted, ticket }: Ready): InsertedReply | undefined {
  return inserted.findLast(
    ({ where, about }) => where === 'composer' && about.requesterId !== ticket.requester?.id,
  );
}

/** The privacy gate once more: only a text that is suggested for this address leaves for the composer. */
export function pressInsert(state: State, { attempt, press, again, toStrangers }: Pressed): Step {
  const refuse = (refusal: InsertRefusal): Step => ({
    state,
    effects: [{ do: 'tell', attempt, result: failed(refusal) }],
  });
  if (state.kind !== 'ready') return refuse({ kind: 'not-suggested' });
  if (state.requesterInDoubt) return refuse({ kind: 'requester-changed' });
  if (state.writing) return refuse({ kind: 'busy' });
  const session = sessionOf(state);
  const plan =
    session &&
    planOf(
      press,
      repliesOf(state, session, () => undefined),
    );
  const { known } = state.readers;
  if (!session || !plan || !known) return refuse({ kind: 'not-suggested' });
  const disclosure = disclosureOf(state, session);
  if (disclosure.kind === 'strangers' && !isConfirmed(disclosure.people, toStrangers)) {
    return refuse({ kind: 'strangers', people: disclosure.people });
  }

  const { names, what } = plan;
  const about = aboutOf(state, session);
  const before = newestOf(state.inserted, names, about);
  if (before?.where === 'composer' && !again) {
    return refuse({ kind: 'already-inserted', at: before.at });
  }
  const told = disclosure.kind === 'strangers' ? disclosure.people.map(toldOf) : [];
  const expected = {
    ticketId: about.ticketId,
    requesterId: about.requesterId,
    channel: state.ticket.channel.name,
  };
  // In the moment of writing they are read once more; what is still on its way is older than that.
  const asked = state.next;
  const readers = { asked, known };
  return {
    state: { ...state, next: asked + 1, readers, writing: { attempt, names, about, told } },
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
        ? { names: [name], what: { way: 'apply', macroId: origin.macroId } }
        : undefined;
    }
    default:
      return exhaustive(press);
  }
}

/** However the reading of the ticket has gone meanwhile, whoever pressed is told, and the next press is free. */
export function takeWritten(
  state: State,
  { attempt, result, receipt, at }: Extract<AppEvent, { kind: 'written' }>,
): Step {
  const effects: readonly Effect[] = [{ do: 'tell', attempt, result }];
  const { writing } = state;
  if (writing?.attempt !== attempt) return { state, effects };
  const { names, about, told } = writing;
  const isInComposer = result.ok || result.failure.kind === 'readers-changed-since';
  const inserted: readonly InsertedReply[] = isInComposer
    ? [
        // What was put in before is not what the composer was left with any more.
        ...state.inserted.map((one) => ({ ...one, canTakeOut: false })),
        {
          names,
          about,
          at,
          where: 'composer',
          receipt,
          canTakeOut: receipt !== undefined,
          told,
        },
      ]
    : state.inserted;
  return { state: { ...state, writing: undefined, inserted }, effects };
}

/** The ticket was saved, and what stood in the composer went with it. */
export function sentWithTicket(
  inserted: readonly InsertedReply[],
  at: number,
): readonly InsertedReply[] {
  return inserted.map((one) =>
    one.where === 'composer' ? { ...one, where: 'sent', at, canTakeOut: false } : one,
  );
}

export function pressNote(state: State, { attempt, html, about, again }: NotePressed): Step {
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
  if (note.kind === 'posted' && isSame(note.about, about) && !again) {
    return tell({ ok: false, why: 'already-posted', at: note.at });
  }
  return {
    state: { ...state, note: { kind: 'posting', attempt, about } },
    effects: [{ do: 'post-note', attempt, html, about }],
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
