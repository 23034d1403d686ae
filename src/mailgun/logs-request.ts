import type { OutgoingRequest } from '../lib/request';
import { mailgunRequest, type Region } from './mailgun-request';
import { rfc2822Date } from './rfc-2822-date';

export interface LogQuery {
  readonly source: 'portal_log' | 'gitlab_log';
  readonly region: Region;
  readonly domain: string;
  readonly resetSubjects: readonly string[];
  readonly confirmationSubjects: readonly string[];
  /** Epoch ms. */
  readonly window: { readonly from: number; readonly to: number };
}

export interface LogsQuestion {
  readonly recipient: string;
  /** Only mails whose subject holds this. */
  readonly subject?: string;
  /** The page to go on from; `undefined` for the first. */
  readonly token?: string;
}

/** Mailgun's maximum. */
const pageSize = 100;

/** Opens and clicks are never asked for: a click's URL holds the customer's reset token. */
const events = ['accepted', 'delivered', 'failed', 'rejected'];

export function logsRequest(query: LogQuery, question: LogsQuestion): OutgoingRequest {
  const { source, region, domain, window } = query;
  const { recipient, subject, token } = question;
  const body = {
    start: rfc2822Date(window.from, 'down'),
    end: rfc2822Date(window.to, 'up'),
    events,
    filter: {
      AND: [
        predicate('recipient', '=', recipient),
        predicate('domain', '=', domain),
        ...(subject === undefined ? [] : [predicate('subject', 'contains', subject)]),
      ],
    },
    pagination: {
      sort: 'timestamp:desc',
      ...(token === undefined ? {} : { token }),
      limit: pageSize,
    },
  };
  const base = mailgunRequest(source, region, '/v1/analytics/logs');
  return {
    ...base,
    method: 'POST',
    headers: { ...base.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    // Not the body itself: its dates move with every second.
    cacheKey: JSON.stringify([
      source,
      region,
      domain,
      window.to - window.from,
      recipient,
      subject ?? null,
      token ?? null,
    ]),
  };
}

function predicate(attribute: string, comparator: '=' | 'contains', value: string) {
  return { attribute, comparator, values: [{ label: value, value }] };
}
