import { type Failure, exhaustive } from '../shared/failure';

/** A portal account whose address is exactly (case aside) the one checked. Only what is named here is ever kept. */
export interface PortalAccount {
  readonly id: string;
  readonly email: string;
  /** `undefined`: missing from the answer, or null. */
  readonly loginActivated: boolean | undefined;
  /** Epoch ms; `null`: stated empty, so unconfirmed; `undefined`: missing from the answer or unreadable. */
  readonly confirmedAt: number | null | undefined;
  /** For sources that can say only "confirmed" or not (the filter fallback), without the date. */
  readonly confirmed: boolean | undefined;
  /** Whether a GitLab.com account is linked (`uid` is filled). Not there: missing from the answer. */
  readonly linked?: boolean;
}

export interface AccountAnswer {
  /** None, one, or (never guessed) several. */
  readonly accounts: readonly PortalAccount[];
  /** Addresses that the search also found and that are not the one checked. For a hint, never for a verdict. */
  readonly lookAlikes: readonly string[];
  /** The search brought up a full page: behind it there may be another account with this address. */
  readonly mayBeMore?: true;
  /**
   * There are no `accounts`, and it is not said that there is none: the list has this address as a part of another,
   * or in other capitals, and shows no more than that.
   */
  readonly notExact?: true;
  /** Why the login, or `confirmed`, could not be asked for, where it took a request of its own. */
  readonly loginFailure?: Failure;
  readonly confirmedFailure?: Failure;
}

/** The kinds of mail that are told by their subject, in the order in which one is looked for. */
export const mailKinds = ['reset', 'sign_in_link', 'confirmation'] as const;

export type ListedKind = (typeof mailKinds)[number];

/** `other` is every mail whose subject nobody has listed. */
export type MailKind = ListedKind | 'other';

/**
 * Which subjects each kind of mail has, as an admin has listed them; a kind without any cannot be told. `harmless`:
 * of no kind, though they speak of passwords or signing in.
 */
export type MailSubjects = { readonly [K in ListedKind | 'harmless']?: readonly string[] };

/**
 * Why a mail of no listed subject may be of a kind all the same: it begins with a listed subject and goes on, or it
 * is the portal's and speaks of a password, of signing in or of confirming. It counts for nothing and rules out "none".
 */
export interface MailDoubt {
  readonly why: 'suffixed-subject' | 'unlisted-subject';
  readonly mayBe: readonly ListedKind[];
}

export type MailOutcome =
  | 'delivered'
  | 'delayed-bounce'
  | 'bounced'
  | 'suppressed'
  | 'gave-up'
  | 'failed'
  | 'retrying'
  /** Not delivered; whether Mailgun tries again is not said. */
  | 'unclear'
  | 'rejected'
  | 'accepted';

/** What the receiving server (or Mailgun) said. All text is hostile. */
export interface DeliveryReport {
  readonly code?: number;
  readonly enhancedCode?: string;
  readonly text?: string;
  /** The server that spoke, lower case: `mx.example.com`. Which provider it belongs to says what its words mean. */
  readonly mxHost?: string;
  readonly suppressedBy?: 'bounce' | 'complaint' | 'unsubscribe';
  /** Mailgun's own word for why it failed, where it says more than the outcome: `espblock`. */
  readonly reason?: string;
  /** Who runs it, where that is somebody whose filters change what "delivered" means. */
  readonly provider?: MailProvider;
}

export type MailProvider = 'microsoft' | 'google' | 'proofpoint' | 'mimecast' | 'barracuda';

/** One mail to one recipient, put together from its log events. No URL, no body, no opens or clicks. */
export interface Mail {
  /** Message-id without brackets, or a stand-in; unique within a log. */
  readonly id: string;
  readonly kind: MailKind;
  /** Of an `other` mail only. */
  readonly doubt?: MailDoubt;
  /** Decoded; '' when no event carried it. */
  readonly subject: string;
  /** First event, epoch ms. */
  readonly sentAt: number;
  /** The event that it began with was not read: it may have been sent any time before. */
  readonly sentBefore?: true;
  readonly outcome: MailOutcome;
  readonly report: DeliveryReport;
  /**
   * Why a lost mail was lost, where that is known: what the customer is asked to do depends on it. Our sending, a
   * moment that passes and the MX record of the receiving domain have replies of their own.
   */
  readonly lostTo?: 'our-sending' | 'the-moment' | 'the-mx-record' | LossReason;
}

/** What a mail was lost to that the customer can clear, alone or with us: the first step of one reply depends on it. */
export type LossReason =
  | 'no_such_mailbox'
  | 'no_such_domain'
  | 'mailbox_full'
  | 'mailbox_disabled'
  | 'refused_by_policy'
  | 'too_large'
  | 'suppressed'
  | 'suppressed_bounce'
  | 'suppressed_complaint'
  | 'suppressed_unsubscribe'
  | 'gave_up';

export interface MailLog {
  readonly domain: string;
  /** Newest first. */
  readonly mails: readonly Mail[];
  /** What Mailgun searched of what it was asked for, epoch ms. "None found" always names it. */
  readonly window: { readonly from: number; readonly to: number };
  /** The log was not read to its end: it is too long, or reading it failed on the way. */
  readonly truncated: boolean;
  /** It is too long: reading it ended after this many requests. */
  readonly stoppedAfter?: number;
  /** Of a log that was not: everything from here on was read, epoch ms. Not there: nobody knows from when on. */
  readonly readBackTo?: number;
  /** What kept the rest of it from being read. */
  readonly failure?: Failure;
  /** Items that could not be read; above zero, "none" is not known. */
  readonly unreadable: number;
  /** The kinds of mail that could be told: those with a subject listed. Not there: reset and confirmation. */
  readonly kinds?: readonly ListedKind[];
  /**
   * Nothing was found, and nothing shows that the key sees any mail of the domain: it sees none in the window, or
   * (`failure`) that could not be asked.
   */
  readonly unseen?: { readonly failure?: Failure };
}

export interface SuppressionEntry {
  readonly domain: string;
  readonly list: 'bounce' | 'complaint' | 'unsubscribe';
  readonly listed: boolean;
  readonly since?: number;
}

/** Newest first, in whatever order the log came. The first counts: each reset mail voids the link of the one before. */
export function mailsOf({ mails }: MailLog, kind: MailKind): readonly Mail[] {
  return mails
    .filter((mail) => mail.kind === kind)
    .toSorted((one, other) => other.sentAt - one.sentAt);
}

/** "None" is a claim about the whole window, so it takes the whole log, read to its end and in every entry. */
export function isWhole({ truncated, unreadable, unseen }: MailLog): boolean {
  return !truncated && unreadable === 0 && unseen === undefined;
}

/** Mails that may be of this kind and whose subject nobody has listed, newest first. */
export function doubtfulMails(log: MailLog, kind: ListedKind): readonly Mail[] {
  return mailsOf(log, 'other').filter(({ doubt }) => doubt?.mayBe.includes(kind) === true);
}

/** What became of a mail, as far as the customer is concerned. Accepted by the receiving server is not yet the inbox. */
export type Arrival = 'arrived' | 'lost' | 'underway';

export function arrivalOf(outcome: MailOutcome): Arrival {
  switch (outcome) {
    case 'delivered':
      return 'arrived';
    case 'delayed-bounce':
    case 'bounced':
    case 'suppressed':
    case 'gave-up':
    case 'failed':
    case 'rejected':
      return 'lost';
    case 'accepted':
    case 'retrying':
    case 'unclear':
      return 'underway';
    default:
      return exhaustive(outcome);
  }
}

/** Lost on account of the address: that Mailgun itself rejected a mail says nothing about the mailbox. */
export function isLostToTheAddress(outcome: MailOutcome): boolean {
  return arrivalOf(outcome) === 'lost' && outcome !== 'rejected';
}

/** Mails appear in the logs minutes late: for this long after an instant they may not show what came before it. */
export const logLagMs = 30 * 60 * 1000;
