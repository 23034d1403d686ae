import type { Address } from '../address/address';
import { type MailLog, mailKinds } from '../diagnosis/answers';
import { type Failure, type Source, type Result, failed, lost, ok } from '../shared/failure';
import { arrayAt, instantOf, objectAt, textAt } from '../shared/json';
import type { IncomingAnswer, Send, SendOptions } from '../shared/request';
import {
  failureOfAnswer,
  readJson,
  type LogQuery,
  type LogsQuestion,
  logsRequest,
  pageSize,
  spellings,
} from './logs-request';

/** Requests that one log may cost. All agents share one key, and a customer with many mails must not use it up. */
const maxRequests = 12;

/** Of one spelling of the address, newest first: five hundred events. What is left out is the oldest, and it is said. */
const maxPages = 5;

/**
 * Which mails did this domain send to this address? One request; one more where nothing was found; more only for a
 * long log (paged to a cap, then asked for resets and sign-in links by name) and an address with capitals (asked in both spellings).
 * `seenDomains`: those of which the key has been seen to see mail; it is added to.
 */
export async function readMailLog(
  send: Send,
  query: LogQuery,
  address: Address,
  options: SendOptions = {},
  seenDomains: Set<string> = new Set(),
): Promise<Result<MailLog>> {
  // What reads the answers comes while they are waited for.
  const [reader, ...results] = await Promise.all([
    import('./mails').catch(() => undefined),
    ...spellings(address).map((recipient) => readPages(send, query, { recipient }, options)),
  ]);
  if (!reader) return failed(lost(query.source));
  const reads: PagesRead[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    reads.push(result.value);
  }
  const window = coveredWindow(query, reads);
  if (!window) return failed({ source: query.source, kind: 'malformed', what: 'wrong-shape' });

  const truncated = reads.some(({ cutBy }) => cutBy !== undefined);
  const failure = reads.find((read) => read.failure)?.failure;
  const spent = reads.reduce((sum, { requests }) => sum + requests, 0);
  const named = truncated
    ? await mailsByName(send, query, address, options, maxRequests - spent)
    : { items: [], requests: 0 };
  const items = [...reads.flatMap((read) => read.items), ...named.items];
  const isLong = reads.some(({ cutBy }) => cutBy === 'length');

  return ok({
    domain: query.domain,
    window,
    truncated,
    kinds: mailKinds.filter((kind) => query.subjects[kind]?.some((one) => one.trim() !== '')),
    ...(failure ? { failure } : {}),
    ...(isLong ? { stoppedAfter: spent + named.requests } : {}),
    ...readBackTo(reads, (some) => reader.oldestEvent(some, query, address)),
    ...reader.readItems(items, query, address),
    ...(truncated
      ? {}
      : await unseenDomain(send, query, items, reader.isOfDomain, options, seenDomains)),
  });
}

/**
 * An empty log is "none" only where the key sees mails of the domain at all: Mailgun answers a key of another account
 * with an empty list too. So the domain's newest mail to anybody is asked for, and its existence remembered.
 */
async function unseenDomain(
  send: Send,
  query: LogQuery,
  found: readonly unknown[],
  isOfDomain: (item: unknown, domain: string) => boolean,
  options: SendOptions,
  seenDomains: Set<string>,
): Promise<Pick<MailLog, 'unseen'>> {
  const isOfOurs = (item: unknown) => isOfDomain(item, query.domain);
  if (found.some(isOfOurs)) seenDomains.add(query.domain);
  if (found.length > 0 || seenDomains.has(query.domain)) return {};

  const page = await askForPage(send, query, { limit: 1 }, options);
  if (!page.ok) return { unseen: { failure: page.failure } };
  if (!page.value.items.some(isOfOurs)) return { unseen: {} };
  seenDomains.add(query.domain);
  return {};
}

/** Pages come newest first, so a log that was cut off is whole down to the oldest event of its pages. */
function readBackTo(
  reads: readonly PagesRead[],
  oldestIn: (items: readonly unknown[]) => number,
): Pick<MailLog, 'readBackTo'> {
  const latest = reads
    .filter(({ cutBy }) => cutBy !== undefined)
    .reduce((one, { items }) => Math.max(one, oldestIn(items)), -Infinity);
  return Number.isFinite(latest) ? { readBackTo: latest } : {};
}

/**
 * A busy GitLab user gets more mail than is read, so mails to sign in with are also asked for by subject, one page each. What this
 * finds is evidence; finding none is not, because nobody documents how a subject is matched, so the log stays marked
 * as truncated.
 */
async function mailsByName(
  send: Send,
  query: LogQuery,
  address: Address,
  options: SendOptions,
  budget: number,
): Promise<{ readonly items: readonly unknown[]; readonly requests: number }> {
  const { reset = [], sign_in_link: link = [] } = query.subjects;
  const questions = [...reset, ...(query.source === 'portal_log' ? link : [])]
    .flatMap((subject) => spellings(address).map((recipient) => ({ recipient, subject })))
    .slice(0, budget);
  let items: readonly unknown[] = [];
  let requests = 0;
  for (const question of questions) {
    requests += 1;
    const page = await askForPage(send, query, question, options);
    if (!page.ok) break;
    items = items.concat(page.value.items);
  }
  return { items, requests };
}

/** What Mailgun says it searched, where that is less than what was asked: a plan may keep logs for a day only. */
function coveredWindow(
  { window: { from, to } }: LogQuery,
  reads: readonly PagesRead[],
): MailLog['window'] | undefined {
  const second = 1000;
  const latestStart = reads.reduce(
    (latest, { first }) => Math.max(latest, first.start ?? from),
    from,
  );
  const earliestEnd = reads.reduce(
    (earliest, { first }) => Math.min(earliest, first.end ?? to),
    to,
  );
  const covered = {
    // Requests carry whole seconds; an echo within one is the same instant.
    from: latestStart - from < second ? from : latestStart,
    to: to - earliestEnd < second ? to : earliestEnd,
  };
  return covered.from < covered.to ? covered : undefined;
}

interface PagesRead {
  readonly items: readonly unknown[];
  /** Why there is more than was read: a page that did not come, too many of them, or one that makes no sense. */
  readonly cutBy?: 'failure' | 'length' | 'nonsense';
  readonly failure?: Failure;
  readonly first: LogsPage;
  readonly requests: number;
}

async function readPages(
  send: Send,
  query: LogQuery,
  question: LogsQuestion,
  options: SendOptions,
): Promise<Result<PagesRead>> {
  const ask = (token?: string) =>
    askForPage(send, query, token === undefined ? question : { ...question, token }, options);

  const asked = await ask();
  if (!asked.ok) return asked;
  const first = asked.value;
  const seen = new Set<string>();
  let { items } = first;
  let page = first;
  let emptyPages = 0;

  for (let requests = 1; ; requests += 1) {
    const soFar = { items, first, requests };
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
    if (page.overfull) return ok({ ...soFar, cutBy: 'nonsense' });
    // Two empty pages running are the end, whatever the token promises; one may be a gap.
    if (page.next === undefined || emptyPages === 2) return ok(soFar);
    if (seen.has(page.next)) return ok({ ...soFar, cutBy: 'nonsense' });
    if (requests === maxPages) return ok({ ...soFar, cutBy: 'length' });
    seen.add(page.next);

    const next = await ask(page.next);
    if (!next.ok) {
      if (next.failure.kind === 'cancelled') return next;
      // What was read stays true, and the newest is in it.
      return ok({ ...soFar, requests: requests + 1, cutBy: 'failure', failure: next.failure });
    }
    page = next.value;
    items = items.concat(page.items);
  }
}

export interface LogsPage {
  /** As many as were asked for at most. */
  readonly items: readonly unknown[];
  /** There were more. */
  readonly overfull: boolean;
  /** Token of the next page. */
  readonly next: string | undefined;
  /** What Mailgun says it searched, epoch ms, where that can be read. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** One page of what a domain sent, as the Logs API has it. */
export async function askForPage(
  send: Send,
  query: LogQuery,
  question: LogsQuestion,
  options: SendOptions,
): Promise<Result<LogsPage>> {
  const answer = await send(logsRequest(query, question), options);
  return answer.ok ? readLogsPage(query.source, answer.value, query.window.to) : answer;
}

/** An answer of the Logs API. One without the envelope of the contract says nothing, not even "none". */
function readLogsPage(source: Source, answer: IncomingAnswer, now: number): Result<LogsPage> {
  const failure = failureOfAnswer(source, answer, now);
  if (failure) return failed(failure);
  const json = readJson(source, answer);
  if (!json.ok) return json;

  const items = arrayAt(json.value, 'items');
  const pagination = objectAt(json.value, 'pagination');
  const start = textAt(json.value, 'start');
  const end = textAt(json.value, 'end');
  if (!items || !pagination || start === undefined || end === undefined) {
    return failed({ source, kind: 'malformed', what: 'wrong-shape' });
  }
  return ok({
    items: items.slice(0, pageSize),
    overfull: items.length > pageSize,
    next: textAt(pagination, 'next'),
    start: instantOf(start),
    end: instantOf(end),
  });
}
