import type { Address } from '../address/address';
import type { MailLog } from '../diagnosis/evidence';
import type { Send, SendOptions } from '../lib/request';
import { failed, ok, type Result } from '../lib/result';
import { readItem } from './log-event';
import type { LogQuery } from './logs-request';
import { mailsFromEvents } from './mails-from-events';
import { readPages, type PagesRead } from './read-pages';
import { spellings } from './spellings';

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
    .map(({ items }) => Math.min(...items.flatMap((item) => instantOf(item, address, domain))));
  const latest = Math.max(...oldest);
  return Number.isFinite(latest) ? { readBackTo: latest } : {};
}

function instantOf(item: unknown, address: Address, domain: string): readonly number[] {
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
  const questions = query.resetSubjects
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
    query,
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
