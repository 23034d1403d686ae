import { type Failure, exhaustive } from '../shared/failure';
import {
  type AccountAnswer,
  type ListedKind,
  type Mail,
  type MailKind,
  type MailLog,
  type PortalAccount,
  arrivalOf,
  doubtfulMails,
  isWhole,
  mailsOf,
} from './answers';

/** Unknown is never "no": each gap says why it is one. */
export type Unknown =
  | { readonly kind: 'pending' }
  /** Nobody has asked yet (the app is waiting to be told to run). */
  | { readonly kind: 'not-asked' }
  /** The app does not ask this source at all: the engineer looks. */
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The answer came without the field, or with a value that says neither yes nor no. */
  | { readonly kind: 'not-in-answer' }
  /** The log was not read to its end, which may hold the mail, or a newer one. `failure`: what kept it from being. */
  | { readonly kind: 'truncated'; readonly failure?: Failure }
  /** The log goes on behind what this many requests read. */
  | { readonly kind: 'log-too-long'; readonly requests: number }
  /** The log is empty, and so is that of the whole domain: the key may not see the mails. */
  | { readonly kind: 'domain-unseen'; readonly domain: string }
  /** The log is empty, and whether the key sees any mail of the domain could not be asked. */
  | { readonly kind: 'domain-unchecked'; readonly domain: string; readonly failure: Failure }
  /** A mail may be the one looked for, or a newer one, under a subject that nobody has listed. The text is hostile. */
  | {
      readonly kind: 'suffixed-subject' | 'unlisted-subject';
      readonly subject: string;
      readonly sentAt: number;
    }
  /** The log has entries that could not be read: one of them may be such a mail, and a newer one. */
  | { readonly kind: 'unreadable' }
  /** No subject is listed for this kind of mail, so that none in the log can be told from others. */
  | { readonly kind: 'no-subjects' }
  /** The newest mail has neither arrived nor been given up. */
  | { readonly kind: 'underway' }
  /** Several accounts match; none is guessed. */
  | { readonly kind: 'ambiguous' }
  /** Only a similar address was found, or this one in other capitals: whether it is the account is not said. */
  | { readonly kind: 'not-exact' }
  /** One account was found, on a full page: another may be behind it. */
  | { readonly kind: 'more-accounts' }
  /** There is no account to have this property. */
  | { readonly kind: 'no-account' };

/** What an answer says to one check: a value, or why it does not say, and what it leaves. */
export type Statement<V extends string> =
  | { readonly value: V }
  | { readonly why: Unknown; readonly among?: readonly V[] };

interface AnyCheck<V extends string> {
  /** Every answer it can have. */
  readonly domain: readonly V[];
  /**
   * Not every lookup can say it, and no verdict waits for it: while nobody has answered it, no rule that needs it
   * is looked at.
   */
  readonly optional?: true;
}

interface AccountCheck<V extends string> extends AnyCheck<V> {
  readonly source: 'customersdot';
  /** Not there: no lookup says it, only the engineer can. */
  readonly read?: (answer: AccountAnswer) => Statement<V>;
  /** Of a property that only an account has: what one account's row leaves possible, one value where it states it. */
  readonly ofAccount?: (account: PortalAccount) => readonly V[];
}

interface LogCheck<V extends string> extends AnyCheck<V> {
  readonly source: 'portal_log' | 'gitlab_log';
  readonly read: (log: MailLog) => Statement<V>;
  /** The mails that it rests on. */
  readonly mails: MailKind;
  /** Each of these mails voids the one before: an answer by hand is about the newest that the engineer had seen. */
  readonly newestCounts: boolean;
}

export type Check<V extends string = string> = AccountCheck<V> | LogCheck<V>;

/** The questions of every edition of the page. An edition names those that it asks, in its page's order. */
export const checks = {
  /** Is there a CustomersDot account with exactly this address? */
  account: check({ domain: ['found', 'absent'], source: 'customersdot', read: readAccount }),
  /** `Login activated` on that account. */
  login: property({
    domain: ['on', 'off'],
    ofAccount: ({ loginActivated }) =>
      loginActivated === undefined ? ['on', 'off'] : [loginActivated ? 'on' : 'off'],
    failure: ({ loginFailure }) => loginFailure,
  }),
  /** Whether a login that is off was switched off later than the account was created: only `History` says it. */
  login_changed: check({ domain: ['later', 'never'], source: 'customersdot', optional: true }),
  /** `Confirmed at` on that account: filled or empty. Null is a statement, a missing column is none. */
  confirmed: property({
    domain: ['yes', 'no'],
    ofAccount: ({ confirmedAt, confirmed }) => {
      const stated = confirmedAt === undefined ? confirmed : confirmedAt !== null;
      return stated === undefined ? ['yes', 'no'] : [stated ? 'yes' : 'no'];
    },
    failure: ({ confirmedFailure }) => confirmedFailure,
  }),
  /** Reset mails from the portal's domain, judged by the newest. */
  portal_reset: check({
    domain: ['none', 'sent', 'undelivered'],
    source: 'portal_log',
    mails: 'reset',
    newestCounts: true,
    read: (log) => readNewest(log, 'reset', ['sent', 'undelivered'], () => ['sent']),
  }),
  /** One-time sign-in links from the portal, judged by the newest: good for a day, and for one use. */
  sign_in_link: check({
    domain: ['none', 'sent', 'expired', 'undelivered'],
    source: 'portal_log',
    mails: 'sign_in_link',
    newestCounts: true,
    read: (log) =>
      readNewest(log, 'sign_in_link', ['sent', 'expired', 'undelivered'], (link) =>
        linkIsStill(link, log.window.to),
      ),
  }),
  /** Reset mails from GitLab.com's domain. Whether one arrived does not matter: it was asked for on that site. */
  gitlab_reset: check({
    domain: ['none', 'sent'],
    source: 'gitlab_log',
    mails: 'reset',
    newestCounts: false,
    read: (log) => (mailsOf(log, 'reset').length > 0 ? { value: 'sent' } : noneFound(log, 'reset')),
  }),
  /** A GitLab.com account linked to it. That there is one (`uid`) does not say with which address. */
  linked: property({
    domain: ['yes', 'no', 'elsewhere'],
    optional: true,
    ofAccount({ linked }) {
      if (linked === undefined) return ['yes', 'no', 'elsewhere'];
      return linked ? ['yes', 'elsewhere'] : ['no'];
    },
  }),
  /** Whether the customer's GitLab.com account may sign in with a password: an enterprise user's may not. */
  gitlab_password: check({ domain: ['on', 'off'], source: 'customersdot', optional: true }),
};

export type CheckId = keyof typeof checks;
export type FactValue<C extends CheckId = CheckId> = (typeof checks)[C]['domain'][number];

/** Holds the answers that a check reads to those that it can have. */
function check<const V extends string>(one: LogCheck<V>): LogCheck<V>;
function check<const V extends string>(one: AccountCheck<V>): AccountCheck<V>;
function check(one: Check): Check {
  return one;
}

interface Property<V extends string> extends AnyCheck<V> {
  readonly ofAccount: (account: PortalAccount) => readonly V[];
  /** What kept it from being asked for, where that took a request of its own. */
  readonly failure?: (answer: AccountAnswer) => Failure | undefined;
}

function property<const V extends string>({ failure, ...one }: Property<V>): AccountCheck<V> {
  return {
    ...one,
    source: 'customersdot',
    read(answer) {
      const reading = agreed(answer, one);
      const isMissing = 'why' in reading && reading.why.kind === 'not-in-answer';
      const reason = isMissing ? failure?.(answer) : undefined;
      return reason ? { why: { kind: 'failed', failure: reason } } : reading;
    },
  };
}

function readAccount({ accounts, notExact }: AccountAnswer): Statement<'found' | 'absent'> {
  if (notExact) return { why: { kind: 'not-exact' } };
  return { value: accounts.length === 0 ? 'absent' : 'found' };
}

/** Several accounts answer only with one voice; which of them the customer uses is never guessed. */
function agreed<V extends string>(
  { accounts, mayBeMore, notExact }: AccountAnswer,
  { domain, ofAccount }: Pick<Property<V>, 'domain' | 'ofAccount'>,
): Statement<V> {
  if (notExact) return { why: { kind: 'not-exact' } };
  const rows = accounts.map(ofAccount);
  const [value, ...others] = new Set(rows.flatMap((row) => (row.length === 1 ? row : [])));
  if (others.length > 0) return { why: { kind: 'ambiguous' } };
  if (value === undefined || rows.some((row) => row.length > 1)) {
    const [only = domain, ...more] = rows;
    const isHalfSaid = more.length === 0 && !mayBeMore && only.length < domain.length;
    return { why: { kind: 'not-in-answer' }, ...(isHalfSaid ? { among: only } : {}) };
  }
  return mayBeMore ? { why: { kind: 'more-accounts' } } : { value };
}

/** The kinds of mail whose subjects an admin has to list. */
const alwaysTold: readonly ListedKind[] = ['reset', 'confirmation'];

/** Only the newest counts: what the log says of it, or what it leaves where a newer one may not have been read. */
function readNewest<V extends string>(
  log: MailLog,
  kind: ListedKind,
  /** What it can be where there is one. */
  some: readonly V[],
  /** What one that arrived can be. */
  arrived: (mail: Mail) => readonly V[],
): Statement<V | 'none' | 'undelivered'> {
  if (!(log.kinds ?? alwaysTold).includes(kind)) return { why: { kind: 'no-subjects' } };
  const [newest] = mailsOf(log, kind);
  if (!newest) return noneFound(log, kind);
  if (log.unreadable > 0) return { why: { kind: 'unreadable' }, among: some };

  const valuesOf = (mail: Mail) => whatBecame(mail, arrived);
  const isLikeIt = (other: Mail) => String(valuesOf(other)) === String(valuesOf(newest));
  if (!isSurelyNewest(log, newest, isLikeIt)) return { why: cutOff(log), among: some };
  const mayOverrule = (mail: Mail) => mayBeNewer(mail, newest) && !isLikeIt(mail);
  const rival = doubtfulMails(log, kind).find(mayOverrule);
  if (rival) return { why: doubtAbout(rival), among: some };

  const [value, ...others] = valuesOf(newest);
  if (value === undefined) return { why: { kind: 'underway' }, among: some };
  return others.length === 0 ? { value } : { why: cutOff(log), among: [value, ...others] };
}

/** What a mail counts as; nothing yet while it is underway. */
function whatBecame<V extends string>(
  mail: Mail,
  arrived: (mail: Mail) => readonly V[],
): readonly (V | 'undelivered')[] {
  const arrival = arrivalOf(mail.outcome);
  switch (arrival) {
    case 'arrived':
      return arrived(mail);
    case 'lost':
      return ['undelivered'];
    case 'underway':
      return [];
    default:
      return exhaustive(arrival);
  }
}

/** https://docs.gitlab.com/subscriptions/billing_account/: valid for 24 hours. */
const linkLifeMs = 24 * 60 * 60 * 1000;

/** A link whose beginning was not read is at least as old as what was read of it. */
function linkIsStill({ sentAt, sentBefore }: Mail, now: number): readonly ('sent' | 'expired')[] {
  if (now - sentAt > linkLifeMs) return ['expired'];
  return sentBefore ? ['sent', 'expired'] : ['sent'];
}

/** A mail can have begun beyond what was read: it was found by its name, or by an event that came late. */
function isSurelyNewest(
  log: MailLog,
  { sentAt, sentBefore, kind }: Mail,
  isLikeIt: (other: Mail) => boolean,
): boolean {
  const { truncated, readBackTo = Infinity } = log;
  if (truncated) return sentBefore === undefined && readBackTo <= sentAt;
  // The window cuts as well; which of them is the newest matters only where they came to different ends.
  return sentBefore === undefined || mailsOf(log, kind).every(isLikeIt);
}

/** It may be of the kind as well. */
function mayBeNewer(mail: Mail, newest: Mail): boolean {
  return mail.sentAt >= newest.sentAt || newest.sentBefore !== undefined;
}

function doubtAbout({ doubt, subject, sentAt }: Mail): Unknown {
  return { kind: doubt?.why ?? 'unlisted-subject', subject, sentAt };
}

function noneFound(log: MailLog, kind: ListedKind): Statement<'none'> {
  const [doubtful] = doubtfulMails(log, kind);
  if (doubtful) return { why: doubtAbout(doubtful) };
  if (isWhole(log)) return { value: 'none' };
  if (log.truncated) return { why: cutOff(log) };
  const { domain, unreadable, unseen } = log;
  if (unreadable > 0 || !unseen) return { why: { kind: 'unreadable' } };
  const { failure } = unseen;
  return {
    why: failure
      ? { kind: 'domain-unchecked', domain, failure }
      : { kind: 'domain-unseen', domain },
  };
}

function cutOff({ failure, stoppedAfter }: MailLog): Unknown {
  if (!failure && stoppedAfter !== undefined) {
    return { kind: 'log-too-long', requests: stoppedAfter };
  }
  return { kind: 'truncated', ...(failure ? { failure } : {}) };
}
