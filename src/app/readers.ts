import { sameAddress } from '../address/address';
import {
  type Disclosure,
  type Stranger,
  mayDisclose,
  readersChanged,
} from '../replies/may-disclose';
import type { Readers } from '../shared/readers';
import type { TicketFacts } from '../zendesk/ticket';
import type { AppEvent, Ready, Session, Step } from './events';
import { candidatesOf } from './opening';

/** Whether a public reply may say what was found about the address in hand. */
export const disclosureOf = ({ readers }: Ready, { selected }: Session): Disclosure =>
  mayDisclose(selected.address, readers.known);

/** Asks Zendesk anew who reads a public reply; an earlier answer that is still on its way does not count any more. */
export function askForReaders(state: Ready): Step<Ready> {
  const asked = state.next;
  return {
    state: { ...state, next: asked + 1, readers: { ...state.readers, asked } },
    effects: [{ do: 'read-readers', asked, seen: state.ticket.readers }],
  };
}

/** They were read of another ticket, or of one that has another requester by now. */
export const areOfAnother = (readers: Readers, { ticket }: Ready): boolean =>
  readersChanged(readers, ticket.readers).some((part) => part === 'ticket' || part === 'requester');

export function takeReaders(
  state: Ready,
  { asked, readers }: Extract<AppEvent, { kind: 'readers-read' }>,
): Ready {
  const ticket = withIdentities(state.ticket, readers);
  const offered = candidatesOf(ticket);
  const typed = state.candidates.filter(
    ({ address }) => !offered.some((one) => sameAddress(one.address, address)),
  );
  return {
    ...state,
    ticket,
    candidates: [...offered, ...typed],
    readers: { asked, known: readers },
  };
}

/** The framework need not have all of them. */
export function withIdentities(
  ticket: TicketFacts,
  { identities, requester }: Readers,
): TicketFacts {
  const isTheirs = requester !== undefined && requester.id === ticket.requester?.id;
  return ticket.requester && identities && isTheirs
    ? { ...ticket, requester: { ...ticket.requester, identities } }
    : ticket;
}

/** The engineer has seen the name of everybody who is not known to be the customer. */
export const isConfirmed = (people: readonly Stranger[], confirmed: readonly Stranger[]): boolean =>
  people.every((one) => confirmed.some((other) => JSON.stringify(other) === JSON.stringify(one)));
