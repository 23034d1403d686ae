import { sameAddress } from '../address/address';
import { judgeAgain } from '../investigation/investigation';
import { readersChanged } from '../replies/may-disclose';
import { exhaustive } from '../shared/failure';
import type { Readers } from '../shared/reply';
import type { Ticket } from '../zendesk/ticket';
import type { AppEvent, Step } from './events';
import {
  cancel,
  enter,
  isVisible,
  momentOf,
  offering,
  unchanged,
  withSession,
} from './investigating';
import { candidatesOf } from './opening';
import { askForReaders, withIdentities } from './replies';
import type { Ready, Session, Stage, State } from './state';

/** Zendesk says that something changed, and not into what: that is read. */
export function changedTicket(state: State, requester: boolean): Step {
  if (state.kind === 'reading') return unchanged({ ...state, changedMeanwhile: true });
  if (state.kind !== 'ready') return unchanged(state);
  return readTicketAgain(requester ? { ...state, requesterInDoubt: true } : state);
}

export function readTicketAgain(state: Ready): Step<Ready> {
  const reading = state.next;
  return {
    state: { ...state, reading, next: reading + 1 },
    effects: [{ do: 'read-ticket', reading, settings: state.settings }],
  };
}

/** Read again: of the same requester the session goes on, of another it begins anew. */
export function takeTicket(before: Ready, read: Ticket, at: number): Step {
  const { known } = before.readers;
  const ticket = known ? withIdentities(read, known) : read;
  const candidates = candidatesOf(ticket, before.inText);
  const now: Ready = { ...before, ticket, candidates, requesterInDoubt: false };
  if (!sameRequester(before.ticket, ticket)) return changeRequester(now, at);

  const { stage } = now;
  switch (stage.kind) {
    case 'unseen':
      // Seen all the same, it waits for what was written: what was read now may tell.
      return isVisible(now.visibility) ? enter(now, at, stage.wasOpen) : unchanged(now);
    case 'no-address':
    case 'not-of-interest':
      return enter(now, at);
    case 'open':
      return askForReaders(sameRequesterAgain(now, stage.session, before.ticket, at));
    default:
      return exhaustive(stage);
  }
}

/** Whatever was found belongs to somebody else now: a run under way starts over with the new address. */
function changeRequester(now: Ready, at: number): Step {
  const effects = cancel(now);
  const wasOpen = now.stage.kind === 'open' || (now.stage.kind === 'unseen' && now.stage.wasOpen);
  const unseen: Stage = { kind: 'unseen', wasOpen };
  // What is still on its way is about somebody else.
  const readers = { asked: 0, known: undefined };
  const closed: Ready = { ...now, readers, stage: unseen, note: { kind: 'none' } };
  if (!isVisible(now.visibility)) return { state: closed, effects };
  const step = enter(closed, at, wasOpen);
  return { state: step.state, effects: [...effects, ...step.effects] };
}

/** Saved meanwhile, another channel, another composer, another verification. */
function sameRequesterAgain(now: Ready, session: Session, before: Ticket, at: number): Ready {
  const offered = offering(now.candidates, session.selected.address);
  // Only a saved ticket has macros to preview.
  const texts = before.id === now.ticket.id ? session.texts : { of: now.next, byKey: {} };
  return withSession(
    { ...now, next: now.next + 1, candidates: offered.candidates },
    {
      ...session,
      selected: offered.selected,
      texts,
      run: judgeAgain(session.run, momentOf(now, at)),
    },
  );
}

function sameRequester({ requester: one }: Ticket, { requester: other }: Ticket): boolean {
  return one?.id === other?.id && sameAddress(one?.email ?? '', other?.email ?? '');
}

/** As far as Zendesk has said: between a change and the next reading nobody knows. */
export const knownRequester = (state: State): number | undefined =>
  state.kind === 'ready' && !state.requesterInDoubt ? state.ticket.requester?.id : undefined;

/** They were read of another ticket, or of one that has another requester by now. */
export const areOfAnother = (readers: Readers, { ticket }: Ready): boolean =>
  readersChanged(readers, ticket.readers).some((part) => part === 'ticket' || part === 'requester');

/** Zendesk answered about another requester than the one whose reply was pressed. */
export function isAboutAnother(result: Extract<AppEvent, { kind: 'written' }>['result']): boolean {
  if (result.ok) return false;
  const { failure } = result;
  return (
    failure.kind === 'requester-changed' ||
    (failure.kind === 'may-be-in-composer' && failure.why === 'requester-changed') ||
    (failure.kind === 'readers-changed' && failure.parts.includes('requester'))
  );
}
