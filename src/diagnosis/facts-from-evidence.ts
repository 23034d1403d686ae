import { exhaustive } from '../lib/exhaustive';
import type { Evidence, Lookup, MailLog } from './evidence';
import type { AccountFacts, Fact, Facts, FactValue, HandAnswers } from './facts';
import { logLagMs } from './log-lag';
import { newestReset } from './newest-reset';
import { accountFacts, readAccount, readConfirmed, readLogin } from './read-account';
import { readGitlabReset, readPortalReset } from './read-resets';
import type { Reading } from './reading';

/** What the answers state, and nothing that they do not: whatever is left is unknown and says why. */
export function factsFromEvidence({ account, portalLog, gitlabLog, byHand }: Evidence): Facts {
  const found = orByHand(fact(account, readAccount), byHand.account);
  return {
    account: found,
    ...(found.known && found.value === 'absent' ? nothingOfNobody : ofAccount(account, byHand)),
    portal_reset: orByHand(
      fact(portalLog, readPortalReset),
      ofTheNewest(portalLog, byHand.portal_reset),
    ),
    gitlab_reset: orByHand(fact(gitlabLog, readGitlabReset), byHand.gitlab_reset),
  };
}

type OfAccount = Pick<Facts, 'login' | 'confirmed' | 'accounts'>;

const noAccount = { known: false, why: { kind: 'no-account' } } as const;
const nothingOfNobody: OfAccount = { login: noAccount, confirmed: noAccount };

function ofAccount(account: Evidence['account'], byHand: HandAnswers): OfAccount {
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
