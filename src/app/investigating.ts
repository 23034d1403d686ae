import { type Address, type AddressCandidate, sameAddress } from '../address/address';
import { lookUpAccount } from '../customersdot/look-up-account';
import { type MailLog, arrivalOf } from '../diagnosis/answers';
import type { Moment } from '../diagnosis/diagnose';
import { editions } from '../diagnosis/editions';
import {
  type LookupKey,
  answerByHand,
  chooseAccount,
  refreshRun,
  type Run,
  type RunStep,
  startRun,
  takeAnswer,
} from '../investigation/investigation';
import { readMailLog } from '../mailgun/read-mail-log';
import { type Clock, dayMs } from '../shared/clock';
import { type Result, failed, ok } from '../shared/failure';
import type { Send, SendOptions } from '../shared/request';
import type { Settings } from '../zendesk/settings';
import type { AppEvent, Effect, Happening, Step } from './events';
import { offerAgain, openingOf } from './opening';
import { askForReaders, sessionOf } from './replies';
import type { Ready, Visibility, Session, State } from './state';

export const isVisible = ({ inFront, unfolded, gone }: Visibility): boolean =>
  inFront && unfolded !== false && !gone;

export const unchanged = <S extends State>(state: S): Step<S> => ({ state, effects: [] });

/** First step, then the next on what came of it. */
export function then(first: Step<Ready>, next: (state: Ready) => Step<Ready>): Step<Ready> {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

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
  const opening = openingOf(state);
  if (opening.kind === 'no-address') return unchanged({ ...state, stage: opening });
  if (opening.kind === 'investigate' || wasOpen) {
    return investigate(state, opening.requester, at, wasOpen);
  }
  // What was said of the text before stands until the new one has been read: there is a button to run all the same.
  const isDecided = opening.kind === 'not-of-interest' || state.stage.kind === 'not-of-interest';
  return unchanged({
    ...state,
    stage: isDecided ? { kind: 'not-of-interest' } : { kind: 'unseen', wasOpen },
  });
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

export function takeHandAnswer(
  state: Ready,
  event: Extract<AppEvent, { kind: 'answered-by-hand' | 'account-chosen' }>,
): Step {
  const moment = momentOf(state, event.at);
  return inSession(state, (session) => ({
    ...session,
    run:
      event.kind === 'account-chosen'
        ? chooseAccount(session.run, event.account, moment)
        : answerByHand(session.run, event.check, event.value, moment),
  }));
}

/** The ticket's text is searched once, and with a refresh where the search had not come; then what was written is dropped. */
export function withSearch(state: Ready, effects: readonly Effect[]): Step<Ready> {
  const { ticket, inText, settings, stage, visibility } = state;
  const { mark, unread } = ticket.correspondence;
  if (!unread || (stage.kind === 'unseen' && !isVisible(visibility))) return { state, effects };
  if (inText.of !== mark) {
    return {
      state: { ...state, inText: { ...inText, of: mark, hasWord: 'unread' } },
      effects: [...effects, { do: 'search-ticket', mark, unread, words: settings.autoRunWords }],
    };
  }
  if (typeof inText.hasWord === 'string') return { state, effects };
  return {
    state: { ...state, ticket: { ...ticket, correspondence: { mark, unread: undefined } } },
    effects,
  };
}

/** What was found in a text that is no longer the ticket's says nothing. Once it is read, its words may decide. */
export function takeSearch(
  state: Ready,
  { mark, found, at }: Extract<AppEvent, { kind: 'ticket-searched' }>,
): Step<Ready> {
  const { inText, ticket } = state;
  if (mark !== ticket.correspondence.mark || (!found && inText.hasWord !== 'unread'))
    return unchanged(state);
  const next = found
    ? offerAgain({ ...state, inText: { of: mark, found: found.addresses, hasWord: found.hasWord } })
    : { ...state, inText: { found: [], ...inText, hasWord: 'unreadable' as const } };
  const isWaiting = next.stage.kind === 'unseen' || next.stage.kind === 'not-of-interest';
  return isWaiting && isVisible(next.visibility) ? enter(next, at) : unchanged(next);
}

/** The candidate with this address; one that the ticket does not name was typed, and is offered from now on. */
export function offering(candidates: readonly AddressCandidate[], address: Address) {
  const known = candidates.find((candidate) => sameAddress(candidate.address, address));
  const selected: AddressCandidate = known ?? { address, origin: 'typed', own: false };
  return { selected, candidates: known ? candidates : [...candidates, selected] };
}

export function selectAddress(
  state: Ready,
  { address, at }: Extract<AppEvent, { kind: 'address-selected' }>,
) {
  const { selected, candidates } = offering(state.candidates, address);
  const offered = { ...state, candidates };
  const session = sessionOf(state);
  if (!session) return investigate(offered, selected, at);
  const next = withSession(offered, { ...session, selected, requesterChanged: false });
  // The engineer's own answers are about the address: the same one keeps them.
  return sameAddress(session.selected.address, address)
    ? inRun(next, at, refreshRun)
    : inRun(next, at, (_, id, moment) => startRun(id, address, moment, isByHand(state)));
}

const isByHand = ({ settings }: Ready): boolean => settings.lookup.way === 'by-hand';

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

interface World {
  readonly settings: Settings;
  readonly send: Send;
  readonly clock: Pick<Clock, 'now'>;
  /** Mail domains of which the Mailgun key has been seen to see mail; added to. */
  readonly seenDomains: Set<string>;
}

/** The effects of a run: sends its questions out, and cancels them when their answers do not count any more. */
export function createAsking(
  { send, clock }: Pick<World, 'send' | 'clock'>,
  answer: <T>(question: () => Promise<T>, event: (value: T) => Happening, otherwise: T) => void,
) {
  const aborts = new Map<number, AbortController>();
  const seenDomains = new Set<string>();

  function ask({ question, settings }: Extract<Effect, { do: 'ask' }>): void {
    const { run: id, key, address, fresh } = question;
    const abort = aborts.get(id) ?? new AbortController();
    aborts.set(id, abort);
    const askedAt = clock.now();
    const world = { settings, send, clock, seenDomains };
    answer<Result<unknown>>(
      () => lookUp(key, address, world, { signal: abort.signal, fresh }),
      (result) => ({ kind: 'answered', run: id, key, askedAt, result }),
      failed({ source: key, kind: 'malformed', what: 'wrong-shape' }),
    );
  }

  return {
    run(effect: Extract<Effect, { do: 'ask' | 'cancel' }>): void {
      if (effect.do === 'ask') {
        ask(effect);
        return;
      }
      aborts.get(effect.run)?.abort();
      aborts.delete(effect.run);
    },
    cancelAll(): void {
      for (const abort of aborts.values()) abort.abort();
    },
  };
}

/** Sends out one question as these settings ask it: of the three that a verdict rests on, or for Mailgun's lists. */
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
      // The engineer looks the account up: nothing is asked, and an answer to nothing does not count.
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
