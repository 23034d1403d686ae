import { type Failure, exhaustive } from '../shared/failure';
import {
  type AccountAnswer,
  type Mail,
  type MailLog,
  type SuppressionEntry,
  type PortalAccount,
  mailsOf,
  logLagMs,
} from './answers';
import {
  type Check,
  type CheckId,
  type FactValue,
  type Statement,
  type Unknown,
  checks,
} from './checks';

/** The state of one question to one source. Instants are epoch milliseconds. */
export type Lookup<T> =
  | { readonly state: 'not-asked' }
  /** The app has no way to ask this source: the engineer looks, and answers its checks. */
  | { readonly state: 'by-hand' }
  | { readonly state: 'pending'; readonly askedAt: number }
  | { readonly state: 'answered'; readonly value: T; readonly askedAt: number; readonly at: number }
  | {
      readonly state: 'failed';
      readonly failure: Failure;
      readonly askedAt: number;
      readonly at: number;
    };

/** Everything that is known, suspected or still being asked about one address. */
export interface Evidence {
  readonly address: string;
  readonly customersdot: Lookup<AccountAnswer>;
  readonly portal_log: Lookup<MailLog>;
  readonly gitlab_log: Lookup<MailLog>;
  /** Asked only when the portal's mail to sign in with was lost. Shown, and never part of the verdict. */
  readonly suppressions: Lookup<readonly SuppressionEntry[]>;
  readonly byHand: HandAnswers;
  /** Which of several accounts the customer uses, by the engineer's word: its `accountKey`, and when that was said. */
  readonly usedAccount?: { readonly key: string; readonly at: number };
}

/** `accountByHand`: the engineer looks at the account. */
export function nothingKnown(address: string, accountByHand = false): Evidence {
  return {
    address,
    customersdot: { state: accountByHand ? 'by-hand' : 'not-asked' },
    portal_log: { state: 'not-asked' },
    gitlab_log: { state: 'not-asked' },
    suppressions: { state: 'not-asked' },
    byHand: {},
  };
}

/** What tells an account from the others found with its address: an endpoint made for the app need not state an id. */
export const accountKey = ({ id, email }: PortalAccount): string => id || email;

type Found = Pick<Evidence, 'customersdot' | 'usedAccount'>;

/** What CustomersDot answered, if it has. */
export const accountAnswerOf = ({ customersdot }: Found): AccountAnswer | undefined =>
  customersdot.state === 'answered' ? customersdot.value : undefined;

/** The accounts to choose from: several that differ, each of which can be told from the others. */
export function accountsToChoose(found: Found): readonly PortalAccount[] {
  const accounts = accountAnswerOf(found)?.accounts ?? [];
  const differ = accountChecks.some((check) => {
    const stated = accounts.map((account) => statedBy(account, check));
    return new Set(stated.filter(({ length }) => length === 1).flat()).size > 1;
  });
  return differ && new Set(accounts.map(accountKey)).size === accounts.length ? accounts : [];
}

/** `undefined`: the engineer has said of none that the customer uses it, or it is not there any more. */
export function usedAccountOf(found: Found): PortalAccount | undefined {
  const { usedAccount } = found;
  return usedAccount && accountsToChoose(found).find((one) => accountKey(one) === usedAccount.key);
}

/** Whether any of the sources that a verdict rests on has answered. */
export const hasAnswers = ({ customersdot, portal_log, gitlab_log }: Evidence): boolean =>
  [customersdot, portal_log, gitlab_log].some(({ state }) => state === 'answered');

/** What kept a source from answering, or from answering all of it. */
export function failureIn(
  evidence: Evidence,
  source: 'customersdot' | 'portal_log' | 'gitlab_log',
): Failure | undefined {
  const lookup = evidence[source];
  if (lookup.state === 'failed') return lookup.failure;
  if (lookup.state !== 'answered') return undefined;
  const { value } = lookup;
  if ('accounts' in value) return value.loginFailure ?? value.confirmedFailure;
  return value.failure ?? value.unseen?.failure;
}

/** "Last confirmation mail: 3 May, bounced": evidence for an unconfirmed account, never part of the verdict. */
export function lastConfirmation({ portal_log }: Evidence): Mail | undefined {
  return portal_log.state === 'answered' ? mailsOf(portal_log.value, 'confirmation')[0] : undefined;
}

/** Every check of every edition. */
export const checkIds = Object.keys(checks) as readonly CheckId[];

/** One answer for each check that was asked; an optional one may have none. */
export type CompleteFacts = { readonly [C in CheckId]?: FactValue<C> | undefined };

export type Fact<V extends FactValue = FactValue> =
  | { readonly known: true; readonly value: V; readonly by: 'lookup'; readonly at: number }
  | {
      readonly known: true;
      readonly value: V;
      readonly by: 'hand';
      readonly at: number;
      /** Why the source did not say. */
      readonly insteadOf: Unknown;
    }
  | {
      readonly known: false;
      readonly why: Unknown;
      /** What it can still be, where the answer said that much; otherwise any value of its domain. */
      readonly among?: readonly V[];
    };

/** What the properties of one account can be, by what its row states. */
export type AccountFacts = { readonly [C in CheckId]?: readonly FactValue<C>[] };

export type Facts = { readonly [C in CheckId]: Fact<FactValue<C>> } & {
  /** Where there are several: the properties are those of one of them. */
  readonly accounts?: readonly AccountFacts[];
};

export const isByHand = (fact: Fact): boolean => fact.known && fact.by === 'hand';

/** Nobody has answered an optional check, and no answer to it is on its way: rules that need it are not looked at. */
export function isLeftOut(check: CheckId, fact: Fact): boolean {
  return isOptional(check) && !fact.known && fact.why.kind !== 'pending';
}

export const isOptional = (check: CheckId): boolean => checks[check].optional === true;

/** What the engineer answered after looking into the source. */
export type HandAnswers = {
  readonly [C in CheckId]?: {
    readonly value: FactValue<C>;
    readonly at: number;
    /** Where only the newest mail counts: the `id` of the newest that the engineer had seen. */
    readonly mail?: string;
  };
};

/** The properties that only an account has. */
export const accountChecks = checkIds.filter((check) => 'ofAccount' in checks[check]);

/** What the answers state, and nothing that they do not: whatever is left is unknown and says why. */
export function factsFromEvidence(evidence: Evidence): Facts {
  const said = factsOf(checkIds, (check) => saidOfUsed(check, evidence));
  const filled = factsOf(checkIds, (check) =>
    orByHand(said[check], handAnswer(check, evidence, evidence.byHand)),
  );
  if (filled.account.known && filled.account.value === 'absent') {
    return { ...filled, ...factsOf(accountChecks, () => noAccount) };
  }
  if (usedAccountOf(evidence)) return filled;
  const answer = accountAnswerOf(evidence);
  const accounts = answer ? accountFacts(answer) : [];
  if (accounts.length < 2) return filled;
  // Answers given by hand before the accounts were found may describe none of these: then they do not count.
  const isOneOfThem = accounts.some((one) => couldBe(one, filled));
  return {
    ...filled,
    ...factsOf(accountChecks, (check) => (isOneOfThem ? filled : said)[check]),
    accounts,
  };
}

const noAccount: Fact = { known: false, why: { kind: 'no-account' } };

/** `of` gives a check only values of its own, which the union of all checks cannot say. */
function factsOf(which: readonly CheckId[], of: (check: CheckId) => Fact): Facts {
  const facts: unknown = Object.fromEntries(which.map((check) => [check, of(check)]));
  return facts as Facts;
}

/** Of accounts that differ, what is read off the one that the customer uses is as much by hand as that it is this one. */
function saidOfUsed(check: CheckId, evidence: Evidence): Fact {
  const said = saidBySource(check, evidence);
  const { customersdot, usedAccount } = evidence;
  const used = usedAccountOf(evidence);
  if (said.known || !usedAccount || !used || customersdot.state !== 'answered') return said;
  const { mayBeMore: _behind, ...answer } = customersdot.value;
  const alone = { ...customersdot, value: { ...answer, accounts: [used] } };
  const ofUsed = saidBySource(check, { ...evidence, customersdot: alone });
  return ofUsed.known
    ? { known: true, value: ofUsed.value, by: 'hand', at: usedAccount.at, insteadOf: said.why }
    : ofUsed;
}

function saidBySource(check: CheckId, evidence: Evidence): Fact {
  const one: Check<FactValue> = checks[check];
  if (one.source !== 'customersdot') return fact(evidence[one.source], one.read);
  return one.read
    ? fact(evidence.customersdot, one.read)
    : { known: false, why: { kind: 'by-hand' } };
}

function fact<T>(lookup: Lookup<T>, read: (answer: T) => Statement<FactValue>): Fact {
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

type HandAnswer = HandAnswers[CheckId];

/** The engineer's word fills a gap. It never stands against what a system said. */
function orByHand(found: Fact, hand: HandAnswer): Fact {
  if (found.known || !hand || found.among?.includes(hand.value) === false) return found;
  return { known: true, value: hand.value, by: 'hand', at: hand.at, insteadOf: found.why };
}

/** Where only the newest mail counts, an answer is about the newest that the engineer had seen, and about no other. */
function handAnswer(check: CheckId, evidence: Evidence, byHand: HandAnswers): HandAnswer {
  const hand = byHand[check];
  const newest = newestOf(check, evidence);
  if (!hand || !newest) return hand;
  // Seen in a log elsewhere, which lags like ours, where there was none in ours.
  const isAnother =
    hand.mail === undefined ? newest.sentAt > hand.at - logLagMs : newest.id !== hand.mail;
  return isAnother ? undefined : hand;
}

/** The mail that this check is judged by, where only the newest counts. */
export function newestOf(
  check: CheckId,
  evidence: Pick<Evidence, 'portal_log' | 'gitlab_log'>,
): Mail | undefined {
  const one: Check = checks[check];
  if (!('mails' in one) || !one.newestCounts) return undefined;
  const log: Lookup<MailLog> = evidence[one.source];
  return log.state === 'answered' ? mailsOf(log.value, one.mails)[0] : undefined;
}

/** What the properties can be together: of several accounts the customer uses one. */
function accountFacts({ accounts, mayBeMore }: AccountAnswer): readonly AccountFacts[] {
  const found = accounts.map((account) => accountFactsOf((check) => statedBy(account, check)));
  return mayBeMore ? [...found, accountFactsOf((check) => checks[check].domain)] : found;
}

function accountFactsOf(of: (check: CheckId) => readonly FactValue[]): AccountFacts {
  return Object.fromEntries(accountChecks.map((check) => [check, of(check)]));
}

/** What one account's row leaves possible of a property: one value where it states it. */
export function statedBy(account: PortalAccount, check: CheckId): readonly FactValue[] {
  const one: Check<FactValue> = checks[check];
  return 'ofAccount' in one ? one.ofAccount(account) : [];
}

function couldBe(account: AccountFacts, facts: Facts): boolean {
  return accountChecks.every((check) => {
    const fact = facts[check];
    const values: readonly FactValue[] = account[check] ?? [];
    return !fact.known || values.includes(fact.value);
  });
}
