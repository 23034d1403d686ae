import type { LogItem } from './log-item';
import { message, type Answer, type MailgunOptions } from './options';
import { readFilter } from './predicates';
import { readDate, readDuration, writeDate } from './query-dates';
import { keptSince, timeOf, visibleItems } from './visible-items';

const dayMs = 86_400_000;
const maxLimit = 100;

type Body = Readonly<Record<string, unknown>>;

/** `POST /v1/analytics/logs`. */
export function searchLogs(body: unknown, options: MailgunOptions): Answer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return message(400, 'Invalid request body');
  }
  const query = body as Body;
  const range = readRange(query, options);
  if (typeof range === 'string') return message(400, range);
  const matches = readFilter(query.filter, options.caseRule ?? 'insensitive');
  if (typeof matches === 'string') return message(400, `Invalid filter: ${matches}`);
  const paging = readPaging(query.pagination, options.pageSize ?? maxLimit);
  if (typeof paging === 'string') return message(400, paging);

  const { subaccounts = 'honoured', subaccountDomains = [], visibleDomains } = options;
  const all = query.include_subaccounts === true;
  if (all && subaccounts === 'refused') {
    return message(400, 'include_subaccounts is not available for this account');
  }
  const isVisible = ({ domain: { name } }: LogItem): boolean =>
    (visibleDomains?.includes(name) ?? true) && (all || !subaccountDomains.includes(name));

  const events = Array.isArray(query.events) ? (query.events as unknown[]) : undefined;
  const found = visibleItems(options).filter(
    (item) =>
      isVisible(item) &&
      timeOf(item) >= range.start &&
      timeOf(item) <= range.end &&
      (events?.includes(item.event) ?? true) &&
      matches(item),
  );
  if (paging.descending) found.reverse();

  const { offset, limit } = paging;
  return {
    status: 200,
    json: {
      start: typeof query.start === 'string' && query.start ? query.start : writeDate(range.start),
      end: typeof query.end === 'string' && query.end ? query.end : writeDate(range.end),
      items: found.slice(offset, offset + limit),
      pagination: {
        ...tokens(found, paging, options.afterLastPage === 'empty-page'),
        ...(query.include_totals === true ? { total: found.length } : {}),
      },
      aggregates: {},
    },
  };
}

function readRange(
  query: Body,
  options: MailgunOptions,
): { readonly start: number; readonly end: number } | string {
  const end = readDate(query.end, options.now());
  if (end === undefined) return 'Invalid end date: must be in RFC 2822 format';
  const duration = readDuration(query.duration);
  const start =
    duration === undefined ? readDate(query.start, options.now() - dayMs) : end - duration;
  if (start === undefined) return 'Invalid start date: must be in RFC 2822 format';
  if (start > end) return 'Invalid date range: start is after end';
  // A day's grace: who asks for exactly the retention must not be refused for the seconds on the way.
  if (options.tooOldStart === 'refused' && start < keptSince(options) - dayMs) {
    return `start date is out of the retention period of ${options.retentionDays ?? 30} days`;
  }
  return { start, end };
}

interface Paging {
  readonly offset: number;
  readonly limit: number;
  readonly descending: boolean;
}

function readPaging(pagination: unknown, pageSize: number): Paging | string {
  const { sort, token, limit } = (pagination ?? {}) as Body;
  if (sort !== undefined && sort !== 'timestamp:asc' && sort !== 'timestamp:desc') {
    return `Invalid sort: ${JSON.stringify(sort)}`;
  }
  if (limit !== undefined && !(Number.isInteger(limit) && Number(limit) > 0)) {
    return 'Invalid pagination limit';
  }
  if (limit !== undefined && Number(limit) > maxLimit) return 'pagination limit exceeds 100';
  const offset = token === undefined || token === '' ? 0 : readToken(token);
  if (offset === undefined) return 'Invalid pagination token';
  return {
    offset,
    limit: Math.min(Number(limit ?? maxLimit), pageSize),
    descending: sort !== 'timestamp:asc',
  };
}

/** None at all where everything is on one page, as recorded. */
function tokens(found: readonly LogItem[], { offset, limit }: Paging, alwaysNext: boolean) {
  const last = Math.max(0, Math.ceil(found.length / limit) - 1) * limit;
  if (last === 0 && offset === 0 && !alwaysNext) return {};
  return {
    first: writeToken(0),
    last: writeToken(last),
    ...(offset > 0 ? { previous: writeToken(Math.max(0, offset - limit)) } : {}),
    ...(offset < last || alwaysNext ? { next: writeToken(offset + limit) } : {}),
  };
}

function writeToken(offset: number): string {
  return Buffer.from(`logs:${offset}`).toString('base64url');
}

function readToken(token: unknown): number | undefined {
  const text = typeof token === 'string' ? Buffer.from(token, 'base64url').toString() : '';
  const offset = /^logs:(\d+)$/.exec(text)?.[1];
  return offset === undefined ? undefined : Number(offset);
}
