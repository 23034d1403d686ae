import { type Address, sameAddress } from '../address/address';
import type { AddressCandidate } from '../address/candidates';
import { lookUpAccount } from '../customersdot/look-up-account';
import { type MailLog, arrivalOf } from '../diagnosis/answers';
import type { Moment } from '../diagnosis/diagnose';
import { editions } from '../diagnosis/editions';
import {
  type LookupKey,
  judgeAgain,
  refreshRun,
  type Run,
  type RunStep,
  startRun,
  takeAnswer,
} from '../investigation/investigation';
import { readMailLog } from '../mailgun/read-mail-log';
import type { Clock } from '../shared/clock';
import { type Result, exhaustive, failed, ok } from '../shared/failure';
import type { Send, SendOptions } from '../shared/request';
import type { Settings } from '../zendesk/settings';
import type { TicketFacts } from '../zendesk/ticket';
import type { AppEvent, Effect, Ready, Seen, Session, Stage, State, Step } from './events';
import { candidatesOf, neverChecked, openingOf } from './opening';
import { askForReaders, sessionOf, withIdentities } from './replies';
import { keptFindings } from './setup';

export const isVisible = ({ inFront, unfolded, gone }: Seen): boolean =>
  inFront && unfolded !== false && !gone;

export const unchanged = <S extends State>(state: S): Step<S> => ({ state, effects: [] });

export const momentOf = ({ ticket, settings }: Ready, at: number): Moment => ({
  edition: editions[settings.portalSignIn],
  now: at,
  customerWroteAt: ticket.customerWroteAt,
});

export const withSession = (state: Ready, session: Session): Ready => ({
  ...state,
  stage: { kind: 'open', session },
});

export function inSession(state: Ready, change: (session: Session) => Session): Step {
  const session = sessionOf(state);
  return unchanged(session ? withSession(state, change(session)) : state);
}

/** What to do with the ticket as it was read: ask at once, wait to be told, or say why not. */
export function enter(state: Ready, at: number, wasOpen = false): Step<Ready> {
  const opening = openingOf(state.ticket, state.candidates, state.settings);
  if (opening.kind === 'no-address') return unchanged({ ...state, stage: opening });
  if (opening.kind === 'not-of-interest' && !wasOpen) {
    return unchanged({ ...state, stage: { kind: 'not-of-interest' } });
  }
  return investigate(state, opening.requester, at, wasOpen);
}

export function investigate(
  state: Ready,
  selected: AddressCandidate,
  at: number,
  requesterChanged = false,
): Step<Ready> {
  const { run, ask } = startRun(state.next, selected.address, momentOf(state, at), isByHand(state));
  const session: Session = {
    selected,
    run,
    requesterChanged,
    replyLanguage: undefined,
    texts: { of: state.next + 1, byKey: {} },
  };
  const readers = askForReaders(withSession({ ...state, next: state.next + 2 }, session));
  return {
    state: readers.state,
    effects: [
      ...cancel(state),
      ...asks(state, ask),
      { do: 'load-reply-tools' },
      ...readers.effects,
    ],
  };
}

function asks({ settings }: Ready, ask: RunStep['ask']): readonly Effect[] {
  return ask.map((question) => ({ do: 'ask', question, settings }));
}

export function cancel(state: Ready): readonly Effect[] {
  const run = sessionOf(state)?.run.id;
  return run === undefined ? [] : [{ do: 'cancel', run }];
}

/** A new round of the run in hand: what the last one still had on its way does not count any more. */
export function inRun(
  state: Ready,
  at: number,
  round: (run: Run, id: number, moment: Moment) => RunStep,
): Step<Ready> {
  const session = sessionOf(state);
  if (!session) return unchanged(state);
  const { run, ask } = round(session.run, state.next, momentOf(state, at));
  return {
    state: withSession({ ...state, next: state.next + 1 }, { ...session, run }),
    effects: [...cancel(state), ...asks(state, ask)],
  };
}

export function takeAnswered(state: Ready, event: Extract<AppEvent, { kind: 'answered' }>): Step {
  const session = sessionOf(state);
  if (session?.run.id !== event.run) return unchanged(state);
  const { run, ask } = takeAnswer(session.run, event, event.result, momentOf(state, event.at));
  return { state: withSession(state, { ...session, run }), effects: asks(state, ask) };
}

export function selectAddress(
  state: Ready,
  { address, at }: Extract<AppEvent, { kind: 'address-selected' }>,
) {
  const known = state.candidates.find((candidate) => sameAddress(candidate.address, address));
  const selected: AddressCandidate = known ?? { address, origin: 'typed', own: false };
  const offered = known ? state : { ...state, candidates: [...state.candidates, selected] };
  const session = sessionOf(state);
  if (!session) return investigate(offered, selected, at);
  const next = withSession(offered, { ...session, selected, requesterChanged: false });
  // The engineer's own answers are about the address: the same one keeps them.
  return sameAddress(session.selected.address, address)
    ? inRun(next, at, refreshRun)
    : inRun(next, at, (_, id, moment) => startRun(id, address, moment, isByHand(state)));
}

const isByHand = ({ settings }: Ready): boolean => settings.lookup.way === 'by-hand';

/** Whatever was found belongs to somebody else now: a run under way starts over with the new address. */
function changeRequester(now: Ready, at: number): Step {
  const effects = cancel(now);
  const wasOpen = now.stage.kind === 'open' || (now.stage.kind === 'unseen' && now.stage.wasOpen);
  const unseen: Stage = { kind: 'unseen', wasOpen };
  // What is still on its way is about somebody else.
  const readers = { asked: 0, known: undefined };
  const closed: Ready = { ...now, readers, stage: unseen, note: { kind: 'none' } };
  if (!isVisible(now.seen)) return { state: closed, effects };
  const step = enter(closed, at, wasOpen);
  return { state: step.state, effects: [...effects, ...step.effects] };
}

/** Saved meanwhile, another channel, another composer, another verification. */
function sameRequesterAgain(now: Ready, session: Session, before: TicketFacts, at: number): Ready {
  const { address } = session.selected;
  const known = now.candidates.find((candidate) => sameAddress(candidate.address, address));
  const selected: AddressCandidate = known ?? { address, origin: 'typed', own: false };
  // Only a saved ticket has macros to preview.
  const texts = before.id === now.ticket.id ? session.texts : { of: now.next, byKey: {} };
  return withSession(
    {
      ...now,
      next: now.next + 1,
      candidates: known ? now.candidates : [...now.candidates, selected],
    },
    { ...session, selected, texts, run: judgeAgain(session.run, momentOf(now, at)) },
  );
}

function sameRequester(
  { requester: one }: TicketFacts,
  { requester: other }: TicketFacts,
): boolean {
  return one?.id === other?.id && sameAddress(one?.email ?? '', other?.email ?? '');
}

/** What `firstState` asks of the world. */
interface Beginning {
  readonly network: { isOnline(): boolean };
  readonly setup: { read(): string };
}

export function firstState({ network, setup }: Beginning): State {
  const seen: Seen = { inFront: true, unfolded: undefined, gone: false };
  return {
    kind: 'reading',
    reading: 0,
    changedMeanwhile: false,
    seen,
    online: network.isOnline(),
    next: 1,
    inserted: [],
    writing: undefined,
    draft: 'unknown',
    savingSince: undefined,
    setup: { ...neverChecked, unsafe: keptFindings(setup) },
  };
}

/** Read again: of the same requester the session goes on, of another it begins anew. */
export function takeTicket(before: Ready, read: TicketFacts, at: number): Step {
  const { known } = before.readers;
  const ticket = known ? withIdentities(read, known) : read;
  const candidates = candidatesOf(ticket);
  const now: Ready = { ...before, ticket, candidates, requesterInDoubt: false };
  if (!sameRequester(before.ticket, ticket)) return changeRequester(now, at);

  const { stage } = now;
  switch (stage.kind) {
    case 'unseen':
      return unchanged(now);
    case 'no-address':
    case 'not-of-interest':
      return enter(now, at);
    case 'open':
      return askForReaders(sameRequesterAgain(now, stage.session, before.ticket, at));
    default:
      return exhaustive(stage);
  }
}

/**
 * What a portal reset was lost to decides which reply is suggested. What can read a mail server's words is large and
 * rarely needed, so its code is fetched when it is; should that fail, the reply is the one for any lost reset.
 */
async function withReasons(read: Result<MailLog>): Promise<Result<MailLog>> {
  if (!read.ok || !read.value.mails.some(({ outcome }) => arrivalOf(outcome) === 'lost'))
    return read;
  try {
    const { lostTo } = await import('../diagnosis/delivery-advice');
    const mails = read.value.mails.map((mail) => {
      const to = arrivalOf(mail.outcome) === 'lost' ? lostTo(mail) : undefined;
      return to === undefined ? mail : { ...mail, lostTo: to };
    });
    return ok({ ...read.value, mails });
  } catch {
    return read;
  }
}

const dayMs = 24 * 60 * 60 * 1000;

interface World {
  readonly settings: Settings;
  readonly send: Send;
  readonly clock: Pick<Clock, 'now'>;
  /** Mail domains of which the Mailgun key has been seen to see mail; added to. */
  readonly seenDomains: Set<string>;
}

/** Sends out one question of a verdict, or the fourth that only informs, as these settings ask it. */
export async function lookUp(
  key: LookupKey,
  address: Address,
  { settings, send, clock, seenDomains }: World,
  options: SendOptions,
): Promise<Result<unknown>> {
  const { mailgunRegion: region, portalMailDomain, gitlabMailDomain } = settings;
  const subjects = {
    reset: settings.resetSubjects,
    sign_in_link: settings.signInLinkSubjects,
    confirmation: settings.confirmationSubjects,
    harmless: settings.harmlessSubjects,
  };

  const readLog = (source: 'portal_log' | 'gitlab_log', domain: string) => {
    const to = clock.now();
    const window = { from: to - settings.logWindowDays * dayMs, to };
    const query = { source, region, domain, subjects, window };
    return readMailLog(send, query, address, options, seenDomains);
  };

  switch (key) {
    case 'customersdot': {
      const { customersdotHost: host, lookup } = settings;
      // By hand there is no such question.
      return lookup.way === 'by-hand'
        ? failed({ source: key, kind: 'cancelled' })
        : lookUpAccount(send, { host, lookup }, address, options);
    }
    case 'portal_log':
      return withReasons(await readLog('portal_log', portalMailDomain));
    case 'gitlab_log':
      return readLog('gitlab_log', gitlabMailDomain);
    case 'suppressions': {
      // Rarely asked, so its code is fetched when it is.
      const { readSuppressions } = await import('../mailgun/suppressions');
      return readSuppressions(send, { region, domain: portalMailDomain }, address, options);
    }
  }
}
