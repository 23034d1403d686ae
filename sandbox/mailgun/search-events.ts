import type { LogItem } from './log-item';
import { message, type Answer, type MailgunOptions } from './options';
import { timeOf, visibleItems } from './visible-items';

type Query = Readonly<Record<string, string | undefined>>;

/** `GET /v3/{domain}/events`: the older form of the same log. `base` is the address of the list itself. */
export function searchEvents(
  domain: string,
  query: Query,
  options: MailgunOptions,
  base: string,
): Answer {
  const { begin, end, ascending } = query;
  if (end === undefined && ascending === undefined) {
    return message(400, 'ascending is required if end is not specified');
  }
  const limit = Number(query.limit ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 300) {
    return message(400, 'limit must be between 1 and 300');
  }
  const from = seconds(begin, ascending === 'no' ? 0 : options.now());
  const to = seconds(end, ascending === 'no' ? 0 : options.now());
  if (from === undefined || to === undefined) return message(400, 'invalid begin or end');
  const descending = begin !== undefined && end !== undefined ? to < from : ascending === 'no';

  const found = visibleItems(options).filter(
    (item) =>
      item.domain.name === domain &&
      timeOf(item) >= Math.min(from, to) &&
      timeOf(item) <= Math.max(from, to) + 999 &&
      matches(query, item),
  );
  if (descending) found.reverse();

  const size = Math.min(limit, options.pageSize ?? limit);
  const offset = Number(query.offset ?? 0);
  const page = (at: number) => `${base}/${token({ ...query, offset: String(Math.max(0, at)) })}`;
  return {
    status: 200,
    json: {
      items: found.slice(offset, offset + size).map(legacyItem),
      // Always all four: the end is an empty page.
      paging: {
        first: page(0),
        previous: page(offset - size),
        next: page(offset + size),
        last: page(Math.floor(Math.max(0, found.length - 1) / size) * size),
      },
    },
  };
}

export function readEventsToken(text: string): Query | undefined {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Query;
  } catch {
    return undefined;
  }
}

function token(query: Query): string {
  return Buffer.from(JSON.stringify(query)).toString('base64url');
}

/** Epoch seconds, or a date of mail headers. */
function seconds(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise;
  const at = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

function matches(query: Query, item: LogItem): boolean {
  const { headers } = item.message;
  const fields: Readonly<Record<string, string | undefined>> = {
    event: item.event,
    recipient: item.recipient,
    severity: item.severity,
    'message-id': headers['message-id'],
    subject: headers.subject,
    to: headers.to,
    from: headers.from,
  };
  return Object.entries(fields).every(([name, value = '']) => {
    const expression = query[name];
    return expression === undefined || holds(expression, value.toLowerCase());
  });
}

/** Mailgun's filter expressions, without brackets and NOT: words, `OR`, `"a phrase"`. */
function holds(expression: string, value: string): boolean {
  return expression
    .toLowerCase()
    .split(' or ')
    .some((alternative) => {
      const terms = alternative.match(/"[^"]*"|\S+/g) ?? [];
      return terms.every((term) => value.includes(term.replaceAll('"', '')));
    });
}

/** The same row in the older form: the domain is in the path only, times are epoch seconds. */
function legacyItem(item: LogItem): unknown {
  const { storage } = item;
  return {
    ...item,
    domain: undefined,
    '@timestamp': undefined,
    timestamp: timeOf(item) / 1000,
    ...(storage ? { storage: { ...storage, url: storage.url[0] } } : {}),
    'user-variables': {},
  };
}
