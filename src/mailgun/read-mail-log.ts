import type { Address } from '../address/address';
import type { MailLog } from '../diagnosis/answers';
import type { Failure, Source } from '../shared/failure';
import { arrayAt, instantOf, objectAt, textAt } from '../shared/json';
import type { IncomingAnswer, Send, SendOptions } from '../shared/request';
import { type Result, failed, ok } from '../shared/result';
import { failureOfAnswer, readJson } from './answer';
import { readItem } from './log-event';
import { type LogQuery, type LogsQuestion, logsRequest, spellings } from './logs-request';
import { mailsFromEvents } from './mails';

/**
 * Which mails did this domain send to this address? One request, but for a long log (paged to a cap)
 * and an address with capitals (asked in both spellings).
 */
export async function readMailLog(
  send: Send,
  query: LogQuery,
  address: Address,
  options: SendOptions = {},
): Promise<Result<MailLog>> {
  const results = await Promise.all(
    spellings(address).map((recipient) => readPages(send, query, { recipient }, options)),
  );
  const reads: PagesRead[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    reads.push(result.value);
  }

  const truncated = reads.some((read) => read.truncated);
  const failure = reads.find((read) => read.failure)?.failure;
  const items = reads.flatMap((read) => read.items);
  if (truncated) items.push(...(await resetsByName(send, query, address, options)));

  const window = coveredWindow(query, reads);
  if (!window) return failed({ source: query.source, kind: 'malformed', what: 'wrong-shape' });
  return ok({
    domain: query.domain,
    window,
    truncated,
    ...(failure ? { failure } : {}),
    ...readBackTo(reads, query, address),
    ...readItems(items, query, address),
  });
}

/** Pages come newest first, so a log that was cut off is whole down to the oldest event of its pages. */
function readBackTo(
  reads: readonly PagesRead[],
  { domain }: LogQuery,
  address: Address,
): Pick<MailLog, 'readBackTo'> {
  const oldest = reads
    .filter(({ truncated }) => truncated)
    .map(({ items }) => Math.min(...items.flatMap((item) => instantIn(item, address, domain))));
  const latest = Math.max(...oldest);
  return Number.isFinite(latest) ? { readBackTo: latest } : {};
}

function instantIn(item: unknown, address: Address, domain: string): readonly number[] {
  const read = readItem(item, address, domain);
  return read.kind === 'event' ? [read.event.at] : [];
}

/**
 * A busy GitLab user gets more mail than is read, so resets are also asked for by subject. What this finds is evidence;
 * finding none is not, because nobody documents how a subject is matched, so the log stays marked as truncated.
 */
async function resetsByName(
  send: Send,
  query: LogQuery,
  address: Address,
  options: SendOptions,
): Promise<readonly unknown[]> {
  const questions = query.subjects.reset
    .slice(0, 3)
    .flatMap((subject) => spellings(address).map((recipient) => ({ recipient, subject })));
  const found: unknown[] = [];
  for (const question of questions) {
    const read = await readPages(send, query, question, options);
    if (read.ok) found.push(...read.value.items);
  }
  return found;
}

/** What Mailgun says it searched, where that is less than what was asked: a plan may keep logs for a day only. */
function coveredWindow(
  { window: { from, to } }: LogQuery,
  reads: readonly PagesRead[],
): MailLog['window'] | undefined {
  const second = 1000;
  const latestStart = Math.max(from, ...reads.map(({ first }) => first.start ?? from));
  const earliestEnd = Math.min(to, ...reads.map(({ first }) => first.end ?? to));
  const covered = {
    // Requests carry whole seconds; an echo within one is the same instant.
    from: latestStart - from < second ? from : latestStart,
    to: to - earliestEnd < second ? to : earliestEnd,
  };
  return covered.from < covered.to ? covered : undefined;
}

function readItems(
  items: readonly unknown[],
  query: LogQuery,
  address: Address,
): Pick<MailLog, 'mails' | 'unreadable'> {
  const read = items.map((item) => readItem(item, address, query.domain));
  const mails = mailsFromEvents(
    read.flatMap((one) => (one.kind === 'event' ? [one.event] : [])),
    query.subjects,
  );
  const known = new Set(mails.map(({ id }) => id));
  const orphans = new Set(
    read.flatMap((one) =>
      one.kind === 'aside' && !(one.messageId !== undefined && known.has(one.messageId))
        ? [one.messageId]
        : [],
    ),
  );
  return {
    mails,
    // A mail that nothing names may be the very reset that is looked for.
    unreadable:
      read.filter(({ kind }) => kind === 'unreadable').length +
      mails.filter(({ subject }) => subject === '').length +
      orphans.size,
  };
}

export interface PagesRead {
  readonly items: readonly unknown[];
  /** There is more than was read. */
  readonly truncated: boolean;
  /** What kept the rest from being read. */
  readonly failure?: Failure;
  readonly first: LogsPage;
}

/** Newest first, five hundred events: what is left out is the oldest, and it is said. */
const maxPages = 5;

async function readPages(
  send: Send,
  query: LogQuery,
  question: LogsQuestion,
  options: SendOptions,
): Promise<Result<PagesRead>> {
  const ask = async (token?: string): Promise<Result<LogsPage>> => {
    const request = logsRequest(query, token === undefined ? question : { ...question, token });
    const answer = await send(request, options);
    return answer.ok ? readLogsPage(query.source, answer.value, query.window.to) : answer;
  };

  const first = await ask();
  if (!first.ok) return first;
  const items = [...first.value.items];
  const seen = new Set<string>();
  let page = first.value;
  let emptyPages = items.length === 0 ? 1 : 0;

  for (let read = 1; page.next !== undefined; read += 1) {
    // Two empty pages running are the end, whatever the token promises; one may be a gap.
    if (emptyPages === 2) break;
    const inCircles = seen.has(page.next);
    if (read === maxPages || inCircles) return ok({ items, truncated: true, first: first.value });
    seen.add(page.next);

    const next = await ask(page.next);
    if (!next.ok) {
      if (next.failure.kind === 'cancelled') return next;
      // What was read stays true, and the newest is in it.
      return ok({ items, truncated: true, failure: next.failure, first: first.value });
    }
    page = next.value;
    items.push(...page.items);
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
  }
  return ok({ items, truncated: false, first: first.value });
}

export interface LogsPage {
  readonly items: readonly unknown[];
  /** Token of the next page. */
  readonly next: string | undefined;
  /** What Mailgun says it searched, epoch ms, where that can be read. */
  readonly start: number | undefined;
  readonly end: number | undefined;
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
    items,
    next: textAt(pagination, 'next'),
    start: instantOf(start),
    end: instantOf(end),
  });
}
