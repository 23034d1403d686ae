import { type Disclosure, areAnswersPrivate, mayDisclose } from '../replies/may-disclose';
import { type SuggestedReply, suggestReplies } from '../replies/suggest';
import type { Language, Readers } from '../shared/reply';
import type { Ticket } from '../zendesk/ticket';
import type { Effect, Step, AppEvent } from './events';
import { offerAgain } from './opening';
import type { ReplyState } from './panel-contract';
import type { Ready, Session } from './state';

type Texts = Session['texts'];

export const sessionOf = ({ stage }: Ready): Session | undefined =>
  stage.kind === 'open' ? stage.session : undefined;

const suggestionsOf = (state: Ready, session: Session): readonly SuggestedReply[] =>
  suggestReplies(
    session.run.diagnosis,
    session.selected,
    disclosureOf(state, session),
    areAnswersPrivate(state.readers.known),
  );

/** A text that was found is kept for its reply, language and address for as long as ticket and requester stay. */
const keyOf = ({ name, reason, about }: SuggestedReply, language: Language | undefined): string =>
  [name, reason, language, about].join(' ');

/** The suggested replies, with as much of their texts as has come. */
export function repliesOf(
  state: Ready,
  session: Session,
  insertedOf: (suggestion: SuggestedReply) => ReplyState['inserted'],
): readonly ReplyState[] {
  return suggestionsOf(state, session).map((suggestion) => ({
    suggestion,
    text: session.texts.byKey[keyOf(suggestion, session.replyLanguage)] ?? { state: 'loading' },
    inserted: insertedOf(suggestion),
  }));
}

/** Asks for the text of every suggested reply that nobody has asked for yet. */
export function withTexts(state: Ready, before: readonly Effect[]): Step {
  const session = sessionOf(state);
  if (!session) return { state, effects: before };
  const { texts, replyLanguage: language } = session;
  const missing = suggestionsOf(state, session).filter(
    (suggestion) => !Object.hasOwn(texts.byKey, keyOf(suggestion, language)),
  );
  if (missing.length === 0) return { state, effects: before };

  const loading = missing.map((one) => [keyOf(one, language), { state: 'loading' }] as const);
  const byKey = { ...texts.byKey, ...Object.fromEntries(loading) };
  const { ticket, settings } = state;
  const asked = missing.map<Effect>((suggestion) => ({
    do: 'find-text',
    of: texts.of,
    key: keyOf(suggestion, language),
    name: suggestion.name,
    reason: suggestion.reason,
    about: suggestion.about,
    language,
    ticket,
    macroIds: settings.macroIds,
  }));
  return {
    state: {
      ...state,
      stage: { kind: 'open', session: { ...session, texts: { of: texts.of, byKey } } },
    },
    effects: [...before, ...asked],
  };
}

/** Of a ticket or requester before, it is nobody's any more. */
export function takeText(
  state: Ready,
  { of, key, text }: Extract<AppEvent, { kind: 'text-found' }>,
): Step {
  const session = sessionOf(state);
  if (session?.texts.of !== of) return { state, effects: [] };
  const found: Texts['byKey'][string] = text
    ? { state: 'ready', reply: text }
    : { state: 'unavailable' };
  const texts = { of, byKey: { ...session.texts.byKey, [key]: found } };
  return {
    state: { ...state, stage: { kind: 'open', session: { ...session, texts } } },
    effects: [],
  };
}

/** So that they are asked for again: what could not be fetched, and our own text where the macro's was not to be had. */
export function forgetFailedTexts({ of, byKey }: Texts): Texts {
  const kept = Object.entries(byKey).filter(([, text]) => {
    if (text.state !== 'ready') return text.state === 'loading';
    const { origin } = text.reply;
    return origin.kind === 'macro' || origin.why === 'language';
  });
  return { of, byKey: Object.fromEntries(kept) };
}

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

export function takeReaders(
  state: Ready,
  { asked, readers }: Extract<AppEvent, { kind: 'readers-read' }>,
): Ready {
  const ticket = withIdentities(state.ticket, readers);
  return { ...offerAgain({ ...state, ticket }), readers: { asked, known: readers } };
}

/** The framework need not have all of them. */
export function withIdentities(ticket: Ticket, { identities, requester }: Readers): Ticket {
  const isTheirs = requester !== undefined && requester.id === ticket.requester?.id;
  return ticket.requester && identities && isTheirs
    ? { ...ticket, requester: { ...ticket.requester, identities } }
    : ticket;
}

/** What the engineer was told, so that it is known again. */
export const toldOf = (what: unknown): string => JSON.stringify(what);

/** Of the neutral reply: it asks for no proof, or the engineer was told that others may read it. */
export const asksForNothing = toldOf('read-by-others');
