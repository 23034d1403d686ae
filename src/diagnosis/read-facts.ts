import type { Failure } from '../shared/failure';
import { exhaustive } from '../shared/result';
import type { AccountAnswer, Mail, MailLog, PortalAccount } from './answers';
import type { Evidence, Lookup } from './evidence';
import {
  type AccountFacts,
  type Fact,
  type FactValue,
  type Facts,
  type HandAnswers,
  type Unknown,
  factDomains,
} from './facts';
import { arrivalOf, isWhole, logLagMs, mailsOf, newestReset } from './mail-log';

/** What the answers state, and nothing that they do not: whatever is left is unknown and says why. */
export function factsFromEvidence({
  customersdot: account,
  portal_log,
  gitlab_log,
  byHand,
}: Evidence): Facts {
  const found = orByHand(fact(account, readAccount), byHand.account);
  return {
    account: found,
    ...(found.known && found.value === 'absent' ? nothingOfNobody : ofAccount(account, byHand)),
    portal_reset: orByHand(
      fact(portal_log, readPortalReset),
      ofTheNewest(portal_log, byHand.portal_reset),
    ),
    gitlab_reset: orByHand(fact(gitlab_log, readGitlabReset), byHand.gitlab_reset),
  };
}

type OfAccount = Pick<Facts, 'login' | 'confirmed' | 'accounts'>;

const noAccount = { known: false, why: { kind: 'no-account' } } as const;
const nothingOfNobody: OfAccount = { login: noAccount, confirmed: noAccount };

function ofAccount(account: Evidence['customersdot'], byHand: HandAnswers): OfAccount {
  const accounts = account.state === 'answered' ? accountFacts(account.value) : undefined;
  const said = { login: fact(account, readLogin), confirmed: fact(account, readConfirmed) };
  const filled = {
    login: orByHand(said.login, byHand.login),
    confirmed: orByHand(said.confirmed, byHand.confirmed),
  };
  if (!accounts || accounts.length < 2) return filled;
  // Filled in before the accounts were found, they may describe one that is not there: then they are of none.
  const isOneOfThem = accounts.some((one) => couldBe(one, filled));
  return { ...(isOneOfThem ? filled : said), accounts };
}

function couldBe(
  account: AccountFacts,
  { login, confirmed }: Pick<Facts, 'login' | 'confirmed'>,
): boolean {
  return (
    (!login.known || account.login.includes(login.value)) &&
    (!confirmed.known || account.confirmed.includes(confirmed.value))
  );
}

/** Her word is about the newest reset that she knew of: of another one it says nothing. */
function ofTheNewest(
  log: Lookup<MailLog>,
  hand: HandAnswers['portal_reset'],
): HandAnswers['portal_reset'] {
  const newest = log.state === 'answered' ? newestReset(log.value) : undefined;
  if (!hand || !newest) return hand;
  // Without one before her she had it from a log elsewhere, which lags like ours.
  const isAnother =
    hand.mail === undefined ? newest.sentAt > hand.at - logLagMs : newest.id !== hand.mail;
  return isAnother ? undefined : hand;
}

function fact<T, V extends FactValue>(lookup: Lookup<T>, read: (answer: T) => Reading<V>): Fact<V> {
  switch (lookup.state) {
    case 'not-asked':
    case 'pending':
    case 'by-hand':
      return { known: false, why: { kind: lookup.state } };
    case 'failed':
      return { known: false, why: { kind: 'failed', failure: lookup.failure } };
    case 'answered': {
      const reading = read(lookup.value);
      return 'why' in reading
        ? { known: false, ...reading }
        : { known: true, value: reading.value, by: 'lookup', at: lookup.at };
    }
    default:
      return exhaustive(lookup);
  }
}

/** The engineer's word fills a gap. It never stands against what a system said. */
function orByHand<V extends FactValue>(
  found: Fact<V>,
  hand: { readonly value: V; readonly at: number } | undefined,
): Fact<V> {
  if (found.known || !hand || found.among?.includes(hand.value) === false) return found;
  return { known: true, value: hand.value, by: 'hand', at: hand.at, insteadOf: found.why };
}

/** What an answer says to one check: a value, or why it does not say, and what it leaves. */
export type Reading<V extends FactValue> =
  { readonly value: V } | { readonly why: Unknown; readonly among?: readonly V[] };

const notInAnswer: { readonly why: Unknown } = { why: { kind: 'not-in-answer' } };

function readAccount({ accounts, notExact }: AccountAnswer): Reading<'found' | 'absent'> {
  if (notExact) return { why: { kind: 'not-exact' } };
  return { value: accounts.length === 0 ? 'absent' : 'found' };
}

function readLogin(answer: AccountAnswer): Reading<'on' | 'off'> {
  return orWhyNot(agreed(answer, loginOf), answer.loginFailure);
}

function readConfirmed(answer: AccountAnswer): Reading<'yes' | 'no'> {
  return orWhyNot(agreed(answer, confirmedOf), answer.confirmedFailure);
}

/** Where the question took a request of its own, what befell that one is the reason. */
function orWhyNot<V extends FactValue>(
  reading: Reading<V>,
  failure: Failure | undefined,
): Reading<V> {
  const isMissing = 'why' in reading && reading.why.kind === 'not-in-answer';
  return isMissing && failure ? { why: { kind: 'failed', failure } } : reading;
}

/** What login and confirmation can be together: of several accounts the customer uses one. */
function accountFacts({ accounts, mayBeMore }: AccountAnswer): readonly AccountFacts[] {
  const found = accounts.map((account) => ({
    login: valuesOf(loginOf(account), factDomains.login),
    confirmed: valuesOf(confirmedOf(account), factDomains.confirmed),
  }));
  return mayBeMore ? [...found, factDomains] : found;
}

function valuesOf<V>(stated: V | undefined, domain: readonly V[]): readonly V[] {
  return stated === undefined ? domain : [stated];
}

function loginOf({ loginActivated }: PortalAccount): 'on' | 'off' | undefined {
  if (loginActivated === undefined) return undefined;
  return loginActivated ? 'on' : 'off';
}

/** Null is a statement (never confirmed); a missing column is none. */
function confirmedOf({ confirmedAt, confirmed }: PortalAccount): 'yes' | 'no' | undefined {
  const stated = confirmedAt === undefined ? confirmed : confirmedAt !== null;
  if (stated === undefined) return undefined;
  return stated ? 'yes' : 'no';
}

/** Several accounts answer only with one voice; which of them the customer uses is never guessed. */
function agreed<V extends 'on' | 'off' | 'yes' | 'no'>(
  { accounts, mayBeMore, notExact }: AccountAnswer,
  valueOf: (account: PortalAccount) => V | undefined,
): Reading<V> {
  if (notExact) return unknown('not-exact');
  const answers = accounts.map(valueOf);
  const [value, ...others] = new Set(answers.filter((answer) => answer !== undefined));
  if (others.length > 0) return unknown('ambiguous');
  if (value === undefined || answers.includes(undefined)) return notInAnswer;
  return mayBeMore ? unknown('more-accounts') : { value };
}

const unknown = (kind: 'ambiguous' | 'more-accounts' | 'not-exact'): { readonly why: Unknown } => ({
  why: { kind },
});

export function readPortalReset(log: MailLog): Reading<'none' | 'sent' | 'undelivered'> {
  const newest = newestReset(log);
  if (!newest) return noneFound(log);
  // What was not read may be a newer reset, and only the newest counts.
  if (log.unreadable > 0) return someReset({ kind: 'unreadable' });
  return isSurelyNewest(log, newest) ? readArrival(newest) : someReset(cutOff(log));
}

/** A reset can have begun beyond what was read: it was found by its name, or by an event that came late. */
function isSurelyNewest(log: MailLog, { sentAt, sentBefore, outcome }: Mail): boolean {
  const { truncated, readBackTo = Infinity } = log;
  if (truncated) return sentBefore === undefined && readBackTo <= sentAt;
  // The window cuts as well; which of them is the newest matters only where they ended differently.
  const isLikeIt = (other: Mail) => arrivalOf(other.outcome) === arrivalOf(outcome);
  return sentBefore === undefined || mailsOf(log, 'reset').every(isLikeIt);
}

/** Whether it arrived does not matter here: that it was asked for on the wrong site does. */
export function readGitlabReset(log: MailLog): Reading<'none' | 'sent'> {
  return newestReset(log) ? { value: 'sent' } : noneFound(log);
}

function noneFound(log: MailLog): Reading<'none'> {
  if (isWhole(log)) return { value: 'none' };
  return { why: log.truncated ? cutOff(log) : { kind: 'unreadable' } };
}

function cutOff({ failure }: MailLog): Unknown {
  return { kind: 'truncated', ...(failure ? { failure } : {}) };
}

function readArrival({ outcome }: Mail): Reading<'sent' | 'undelivered'> {
  const arrival = arrivalOf(outcome);
  switch (arrival) {
    case 'arrived':
      return { value: 'sent' };
    case 'lost':
      return { value: 'undelivered' };
    case 'underway':
      return someReset({ kind: 'underway' });
    default:
      return exhaustive(arrival);
  }
}

/** That there is one is known, though not how it ended. */
function someReset(why: Unknown): Reading<'sent' | 'undelivered'> {
  return { why, among: ['sent', 'undelivered'] };
}
