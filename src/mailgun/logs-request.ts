import type { Address } from '../address/address';
import type { MailSubjects } from '../diagnosis/answers';
import type { Source } from '../shared/failure';
import type { OutgoingRequest } from '../shared/request';

export interface LogQuery {
  readonly source: 'portal_log' | 'gitlab_log';
  readonly region: Region;
  readonly domain: string;
  readonly subjects: MailSubjects;
  /** Epoch ms. */
  readonly window: { readonly from: number; readonly to: number };
}

export interface LogsQuestion {
  /** Left out: mails to anybody. */
  readonly recipient?: string;
  /** Only mails whose subject holds this. */
  readonly subject?: string;
  /** The page to go on from; `undefined` for the first. */
  readonly token?: string;
  readonly limit?: number;
  readonly oldestFirst?: true;
  /** Not those of its subaccounts. */
  readonly ownAccountOnly?: true;
}

/** Mailgun's maximum. */
export const pageSize = 100;

/** Opens and clicks are never asked for: a click's URL holds the customer's reset token. */
const events = ['accepted', 'delivered', 'failed', 'rejected'];

export function logsRequest(query: LogQuery, question: LogsQuestion): OutgoingRequest {
  const { source, region, domain, window } = query;
  const { recipient, subject, token, limit = pageSize, oldestFirst, ownAccountOnly } = question;
  const body = {
    start: rfc2822Date(window.from, 'down'),
    end: rfc2822Date(window.to, 'up'),
    events,
    filter: {
      AND: [
        ...(recipient === undefined ? [] : [predicate('recipient', '=', recipient)]),
        predicate('domain', '=', domain),
        ...(subject === undefined ? [] : [predicate('subject', 'contains', subject)]),
      ],
    },
    // A domain may belong to a subaccount of the account that the key is of.
    include_subaccounts: ownAccountOnly !== true,
    pagination: {
      sort: oldestFirst ? 'timestamp:asc' : 'timestamp:desc',
      ...(token === undefined ? {} : { token }),
      limit,
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
      recipient ?? null,
      subject ?? null,
      token ?? null,
      limit,
      oldestFirst ?? null,
      ownAccountOnly ?? null,
    ]),
  };
}

function predicate(attribute: string, comparator: '=' | 'contains', value: string) {
  return { attribute, comparator, values: [{ label: value, value }] };
}

export type Region = 'us' | 'eu';

export const mailgunHosts: Record<Region, string> = {
  us: 'api.mailgun.net',
  eu: 'api.eu.mailgun.net',
};

/** What every request to Mailgun has in common. Zendesk's proxy makes the token and puts the key in. */
export function mailgunRequest(source: Source, region: Region, path: string): OutgoingRequest {
  return {
    source,
    method: 'GET',
    url: `https://${mailgunHosts[region]}${path}`,
    headers: { Accept: 'application/json', Authorization: 'Basic {{basic_auth.token}}' },
    basicAuth: { username: 'api', password: '{{setting.mailgun_api_key}}' },
  };
}

/**
 * `Mon, 23 Nov 2026 18:00:00 -0000`: whole seconds and a numeric zone, the only form Mailgun documents.
 * Rounded outwards, so that the window asked for is never narrower than the one meant.
 */
export function rfc2822Date(at: number, round: 'down' | 'up'): string {
  const second = 1000;
  const whole = (round === 'down' ? Math.floor(at / second) : Math.ceil(at / second)) * second;
  return `${new Date(whole).toUTCString().slice(0, 25)} -0000`;
}

/**
 * Whether Mailgun compares addresses with or without regard to capitals is not known, so both spellings are asked:
 * lower case, as GitLab's applications store addresses, and as typed where that differs.
 */
export function spellings(address: Address): readonly string[] {
  const lower = address.toLowerCase();
  return lower === address ? [lower] : [lower, address];
}
