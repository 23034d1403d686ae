import { type MailLog, type PortalAccount, isWhole } from '../diagnosis/answers';
import type { CheckId, FactValue, Unknown } from '../diagnosis/checks';
import type { Conclusion, Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { type Fact, statedBy, usedAccountOf } from '../diagnosis/evidence';
import { dayMs, minuteMs } from '../shared/clock';
import { type Failure, exhaustive } from '../shared/failure';
import { type Language, regionOf } from '../shared/reply';
import { visibleText } from '../shared/text';
import { type MessageKey, type Messages, eitherOutcome, outcomeNames } from './translate';

export function answerWords(check: CheckId, fact: Fact, t: Messages): string {
  if (!fact.known) return fact.why.kind === 'pending' ? t('answer.pending') : t('answer.unknown');
  return valueWords(check, fact.value, t);
}

export function valueWords(check: CheckId, value: FactValue, t: Messages): string {
  // The pairing of a check with its own values is lost in the union; a spec holds the keys to it.
  return t(`answer.${check}.${value}` as MessageKey);
}

type RowWords = (
  account: PortalAccount,
  t: Messages,
  dateWords: (instant: number) => string,
) => string | undefined;

/** What an account's row says to a check, where it says more than the answer itself. */
const rowWords: { readonly [C in CheckId]?: RowWords } = {
  login: loginWords,
  confirmed: confirmedWords,
  linked: ({ linked }, t) => (linked === true ? t('evidence.linked') : undefined),
};

/** What one of several accounts says to a check: its answer, and since when where it states that. */
export function accountWords(check: CheckId, account: PortalAccount, t: Messages): string {
  const values = statedBy(account, check).map((value) => valueWords(check, value, t));
  const since = check === 'confirmed' && account.confirmedAt ? [t.date(account.confirmedAt)] : [];
  const answer = [values.join(' / '), ...since].join(' · ');
  return t('decision.step', { check: t(`check.${check}`), answer });
}

/** What the accounts found say to a check: in the panel and in the note alike, but for how dates are written. */
export function accountLines(
  check: CheckId,
  accounts: readonly PortalAccount[],
  t: Messages,
  dateWords: (instant: number) => string,
): readonly string[] {
  if (check === 'account') return whichAccounts(accounts, t);
  const { [check]: wordsOf } = rowWords;
  return wordsOf ? valueLines(accounts, (account) => wordsOf(account, t, dateWords), t) : [];
}

/** By its number; an endpoint made for the app need not state one. */
export const accountName = ({ id, email }: PortalAccount, t: Messages): string =>
  id === '' ? email : t('evidence.account', { id });

/** Which of several the customer uses, by the engineer's word. */
export const usedWords = (account: PortalAccount, t: Messages): string =>
  t('evidence.used', { account: accountName(account, t) });

/** What rests on the engineer's word; where that is which account the customer uses, not what its row says. */
export function byHandWords(
  { byHand, evidence }: Pick<Diagnosis, 'byHand' | 'evidence'>,
  t: Messages,
): string {
  const used = usedAccountOf(evidence);
  const answered = byHand.filter((check) => !used || evidence.byHand[check] !== undefined);
  const checks = [
    ...(used && answered.length < byHand.length ? [accountName(used, t)] : []),
    ...answered.map((check) => t(`check.${check}`)),
  ];
  return t('certainty.by_hand', { checks: t.list(checks) });
}

/** An endpoint made for the app need not state an id. */
function whichAccounts(accounts: readonly PortalAccount[], t: Messages): readonly string[] {
  const ids = accounts.map(({ id }) => id).filter((id) => id !== '');
  if (accounts.length > 1) return [t('evidence.accounts', { ids: t.list(ids) })];
  return ids.map((id) => t('evidence.account', { id }));
}

/** Of several accounts each says its own, so that the engineer sees how they differ. */
function valueLines(
  accounts: readonly PortalAccount[],
  wordsOf: (account: PortalAccount) => string | undefined,
  t: Messages,
): readonly string[] {
  if (accounts.length > 1) {
    return accounts.map((account) => {
      const words = wordsOf(account) ?? t('unknown.not-in-answer');
      return account.id === ''
        ? `${account.email}: ${words}`
        : t('evidence.of_account', { id: account.id, words });
    });
  }
  return accounts.flatMap((account) => wordsOf(account) ?? []);
}

function loginWords({ loginActivated }: PortalAccount, t: Messages): string | undefined {
  if (loginActivated === undefined) return undefined;
  return t(loginActivated ? 'evidence.login_on' : 'evidence.login_off');
}

function confirmedWords(
  { confirmedAt, confirmed }: PortalAccount,
  t: Messages,
  dateWords: (instant: number) => string,
): string | undefined {
  if (confirmedAt === null) return t('evidence.confirmed_empty');
  if (confirmedAt !== undefined)
    return t('evidence.confirmed_at', { date: dateWords(confirmedAt) });
  // The fallback tells that it is filled, and not since when.
  if (confirmed === undefined) return undefined;
  return t(confirmed ? 'evidence.confirmed' : 'evidence.confirmed_empty');
}

/** "None" is said of a whole log only, and never without its window; of any other, what keeps it from that. */
export function noneFoundWords(log: MailLog, t: Messages): readonly string[] {
  return isWhole(log) ? [noneWords(log.window, t)] : gapsInLog(t, log);
}

/** Whole days only, never more than were covered; a plan may keep logs for hours, and those are not "0 days". */
function noneWords({ from, to }: MailLog['window'], t: Messages): string {
  // What was asked for is cut to the second, which must not cost a day.
  const days = Math.floor((to - from + minuteMs) / dayMs);
  return days < 1
    ? t('evidence.none_from', { from: t.time(from), to: t.time(to) })
    : t.count('evidence.none', days, { time: t.time(to) });
}

/** What keeps a log from saying "none". */
export function gapsInLog(
  t: Messages,
  { domain, truncated, stoppedAfter, unreadable, unseen }: MailLog,
): readonly string[] {
  const cut =
    stoppedAfter === undefined
      ? t('unknown.truncated')
      : t('unknown.log-too-long', { requests: stoppedAfter });
  const empty = unseen?.failure ? 'unknown.domain-unchecked' : 'unknown.domain-unseen';
  return [
    ...(truncated ? [cut] : []),
    ...(unreadable > 0 ? [t.count('evidence.unreadable', unreadable)] : []),
    ...(unseen ? [t(empty, { domain })] : []),
  ];
}

/** What one check did to the verdict: in the panel and in the note alike. */
export function conclusionWords(conclusion: Conclusion, t: Messages): string {
  switch (conclusion.kind) {
    case 'decided':
      return t('decision.decided', { outcome: outcomeNames([conclusion.outcome], t) });
    case 'also':
      return t('decision.also', { outcome: outcomeNames([conclusion.outcome], t) });
    case 'ruled-out':
      return t('decision.ruled_out', { outcomes: outcomeNames(conclusion.outcomes, t) });
    case 'points-to':
      return t('decision.points_to', { outcomes: eitherOutcome(conclusion.outcomes, t) });
    case 'may-add':
      return t('decision.may_add', { outcomes: eitherOutcome(conclusion.outcomes, t) });
    case 'not-needed':
      return notNeededWords(conclusion, t);
    case 'missing':
      return t('decision.missing', { outcomes: eitherOutcome(conclusion.couldBe, t) });
    default:
      return exhaustive(conclusion);
  }
}

/** "not needed because of “Login activated: No”": why a check was skipped. */
function notNeededWords(
  { because }: Extract<Conclusion, { kind: 'not-needed' }>,
  t: Messages,
): string {
  const answers = because.map(({ check, values, byHand }) => {
    const answer =
      values.map((value) => t(`answer.${check}.${value}` as MessageKey)).join(' / ') ||
      t('answer.unknown');
    return t('decision.step', {
      check: t(`check.${check}`),
      answer: byHand ? t('decision.by_hand', { answer }) : answer,
    });
  });
  return t('decision.not_needed', { answers: t.list(answers) });
}

type StepOfCheck = Pick<TraceStep, 'check'>;

/** What came back instead of an answer. */
export function unknownWords(
  why: Unknown,
  { check }: StepOfCheck,
  t: Messages,
  what = whatHappened,
): string {
  if (why.kind === 'failed') return what(why.failure, t);
  const { domain = '', requests = 0 }: { kind: string; domain?: string; requests?: number } = why;
  // Only of what a log says: a check of the account has no such words, and asks for none.
  const email = t(`mail.named.${check}` as MessageKey);
  const words = t(`unknown.${why.kind}`, { domain, requests, email });
  return 'failure' in why ? `${words} ${what(why.failure, t)}` : words;
}

/** At least 1: no wait is called "0 s". */
const seconds = (ms: number): number => Math.max(1, Math.round(ms / 1000));

/** What went wrong: without the name of the source, and without its own words, which can be anything. */
export function whatHappened(failure: Failure, t: Messages): string {
  switch (failure.kind) {
    case 'timeout':
      return t('failure.timeout', { seconds: seconds(failure.afterMs) });
    case 'unauthorised':
    case 'forbidden':
    case 'not-found':
    case 'server':
    case 'rejected':
      return t(`failure.${failure.kind}`, { status: failure.status });
    case 'intercepted':
      return t(`failure.intercepted.${failure.by}`, { status: failure.status });
    case 'malformed':
      return failure.what === 'sign-in-page' ||
        failure.what === 'truncated' ||
        failure.what === 'html'
        ? t(`failure.malformed.${failure.what}`)
        : t('failure.malformed');
    case 'misconfigured':
      return t('failure.misconfigured', { setting: failure.setting });
    case 'rate-limited':
    case 'unreachable':
    case 'proxy-refused':
    case 'cancelled':
      return t(`failure.${failure.kind}`);
    default:
      return exhaustive(failure);
  }
}

export interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/** What went wrong and what to do about it, without the name of the source. */
export function failureWords(failure: Failure, t: Messages): FailureWords {
  return { what: whatItSays(failure, t), next: whatNext(failure, t) };
}

/** What came back instead of an answer; for the engineer's eyes, who has to tell what a mail is by its subject. */
export function whyWords(why: Unknown, step: StepOfCheck, t: Messages): string {
  const words = unknownWords(why, step, t, whatItSays);
  if (!('subject' in why)) return words;
  const mail = t('evidence.subject', {
    subject: visibleText(why.subject),
    time: t.time(why.sentAt),
  });
  return `${words} ${mail}`;
}

/** Why it refused, in its own words, is for the engineer's eyes only. */
function whatItSays(failure: Failure, t: Messages): string {
  const what = whatHappened(failure, t);
  return failure.kind === 'rejected' && failure.message !== undefined
    ? `${what} ${t('failure.rejected.message', { message: visibleText(failure.message) })}`
    : what;
}

function whatNext(failure: Failure, t: Messages): string {
  if (failure.kind === 'intercepted') {
    return failure.by === 'maintenance'
      ? t('failure.server.next')
      : t(`failure.intercepted.${failure.by}.next`);
  }
  if (failure.kind === 'unauthorised' && failure.maybeRegion)
    return t('failure.unauthorised.region');
  if (failure.kind === 'rate-limited' && failure.retryAfterMs !== undefined) {
    return t('failure.rate-limited.after', { seconds: seconds(failure.retryAfterMs) });
  }
  if (failure.kind === 'forbidden' && failure.source === 'suppressions') {
    return t('failure.forbidden.lists');
  }
  if (failure.kind === 'forbidden' && /_log$/.test(failure.source)) {
    return t('failure.forbidden.logs');
  }
  return t(`failure.${failure.kind}.next`);
}

/** `4 minutes ago`, by hours from the first on, by days from the first on. A clock that is ahead makes it no future. */
export function agoWords(language: Language, at: number, now: number): string {
  const past = Math.max(0, now - at);
  const words = new Intl.RelativeTimeFormat(regionOf(language), { numeric: 'auto' });
  if (past < minuteMs) return words.format(0, 'second');
  if (past < 60 * minuteMs) return words.format(-Math.floor(past / minuteMs), 'minute');
  if (past < dayMs) return words.format(-Math.floor(past / (60 * minuteMs)), 'hour');
  return words.format(-Math.floor(past / dayMs), 'day');
}
