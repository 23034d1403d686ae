import type { Address } from '../address/address';
import type { MailSubjects } from '../diagnosis/answers';
import { type Source, type Failure, type Result, failed } from '../shared/failure';
import { fieldAt, numberOf, parseJson, textAt } from '../shared/json';
import {
  type OutgoingRequest,
  type IncomingAnswer,
  failureOfStatus,
  retryAfterMs,
} from '../shared/request';
import { visibleText } from '../shared/text';

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

/** Characters. A page of a hundred items has about 200,000. */
const longestBody = 4_000_000;

/** The body as JSON, or the failure that says what it is instead. */
export function readJson(source: Source, { body }: IncomingAnswer): Result<unknown> {
  if (body.length > longestBody) return failed({ source, kind: 'malformed', what: 'too-large' });
  const json = parseJson(body);
  return json.ok ? json : failed({ source, kind: 'malformed', what: json.failure });
}

/**
 * Why Mailgun did not answer the question, by its status; `undefined` where the body has to say.
 * `now` turns an instant of "try again" into a wait; without it the answer's own date has to do.
 */
export function failureOfAnswer(
  source: Source,
  answer: IncomingAnswer,
  now?: number,
): Failure | undefined {
  const failure = failureOfStatus(source, answer);
  if (failure?.kind === 'unauthorised' && saysForbidden(answer)) {
    return { ...failure, maybeRegion: true };
  }
  if (failure?.kind === 'rate-limited') {
    const wait = retryAfterMs(answer.headers, now) ?? statedWaitMs(source, answer);
    return { source, kind: 'rate-limited', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (failure?.kind === 'rejected') {
    const message = messageOf(source, answer);
    return message === undefined ? failure : { ...failure, message };
  }
  return failure;
}

/**
 * Mailgun's own 401 is this one word, for a wrong key and for the right key in the wrong region alike.
 * Any other 401 comes from something in between.
 */
export function saysForbidden({ status, body }: IncomingAnswer): boolean {
  return status === 401 && body.trim().toLowerCase() === 'forbidden';
}

/** Mailgun's errors are `{"message": …}`, where they are JSON at all. */
export function messageOf(source: Source, answer: IncomingAnswer): string | undefined {
  const json = readJson(source, answer);
  const message = json.ok ? textAt(json.value, 'message') : undefined;
  return message === undefined ? undefined : visibleText(message, { most: 300 });
}

/** Some of Mailgun's 429 say it in the body. */
function statedWaitMs(source: Source, answer: IncomingAnswer): number | undefined {
  const json = readJson(source, answer);
  const seconds = json.ok ? numberOf(fieldAt(json.value, 'retry-seconds')) : undefined;
  return seconds === undefined || seconds < 0 ? undefined : seconds * 1000;
}
