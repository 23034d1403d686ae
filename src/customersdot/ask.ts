import type { Failure, FailureCause } from '../shared/failure';
import {
  type IncomingAnswer,
  type OutgoingRequest,
  type Send,
  type SendOptions,
  failureOfStatus,
} from '../shared/request';
import { type Result, failed, ok } from '../shared/result';

/** Asks CustomersDot for a path. What comes back is a body to be read: every other answer is a failure. */
export type Ask = (path: string) => Promise<Result<string>>;

export const fail = (cause: FailureCause) => failed<Failure>({ source: 'customersdot', ...cause });

/** Four columns of a page of customers are some kilobytes. */
const longestBody = 200_000;
/** Who answered, and what an error says, stands at the start of it. */
const longestStart = 20_000;

export function askOf(send: Send, host: string, options: SendOptions): Ask {
  return async (path) => {
    const answer = await send(portalRequest(host, path), options);
    if (!answer.ok) return answer;
    const { body } = answer.value;
    const start: IncomingAnswer = { ...answer.value, body: body.slice(0, longestStart) };
    const somebodyElse = whoElseAnswered(start, host);
    if (somebodyElse) return fail(somebodyElse);
    const failure = failureOfStatus('customersdot', start);
    if (failure) return failed(failure);
    return body.length > longestBody ? fail({ kind: 'malformed', what: 'too-large' }) : ok(body);
  };
}

/**
 * Everything that is ever asked of the portal is a read. The exact `Accept` matters: with what browsers and
 * libraries send by default, the admin answers with a page, or with a redirect to its sign-in. Brackets are sent
 * encoded, since nobody says whether the proxy passes them on as they are.
 */
export function portalRequest(host: string, path: string): OutgoingRequest {
  const url = `https://${host}${path.replaceAll('[', '%5B').replaceAll(']', '%5D')}`;
  return {
    source: 'customersdot',
    method: 'GET',
    url,
    headers: {
      Accept: 'application/json',
      Authorization: 'Bearer {{setting.customersdot_token}}',
    },
    cacheKey: url,
  };
}

/** `encodeURIComponent` leaves some of the marks an address may have, `'` among them, as they are. */
export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Who answered, where it was not CustomersDot but something in front of it: no role of the app's token would change
 * that. `undefined` where nothing says so. Judged by the body, since nobody says which headers the proxy hands on.
 */
export function whoElseAnswered(answer: IncomingAnswer, host: string): FailureCause | undefined {
  const { status, headers } = answer;
  const by = isElsewhere(headers['location'], host) ? 'sign-in' : whoseBody(answer);
  return by && { kind: 'intercepted', by, status };
}

/** CustomersDot's own sign-in is on the same host. */
function isElsewhere(location: string | undefined, host: string): boolean {
  if (location === undefined || !/^(?:https?:)?\/\//i.test(location)) return false;
  try {
    return new URL(location, `https://${host}`).hostname !== host;
  } catch {
    return false;
  }
}

type Who = Extract<FailureCause, { readonly kind: 'intercepted' }>['by'];

const challenge = /<title>Just a moment|cf-browser-verification/i;
const cloudflare = /cf-error-details|Cloudflare Ray ID|\| Cloudflare<\/title>/i;
const signIn = /okta-?sign-?in|oktacdn\.com|\.okta\.com|cloudflareaccess\.com|name="SAMLRequest"/i;
const maintenance =
  /maintenance|temporarily (?:unavailable|down)|be (?:right )?back (?:soon|shortly)/i;

function whoseBody({ status, headers, body }: IncomingAnswer): Who | undefined {
  const text = body.trimStart();
  if (/^error code: 1\d{3}\b/.test(text) || headers['cf-mitigated'] !== undefined) {
    return 'cloudflare';
  }
  // Rails states how long it took: a page that does is CustomersDot's own.
  if (!text.startsWith('<') || headers['x-runtime'] !== undefined) return undefined;
  const isOk = status >= 200 && status < 300;
  if (!isOk && ![401, 403, 503].includes(status)) return undefined;
  if (challenge.test(text) || (!isOk && cloudflare.test(text))) return 'cloudflare';
  if (signIn.test(text)) return 'sign-in';
  if (status === 503 || maintenance.test(headingsOf(text))) return 'maintenance';
  // CustomersDot is behind the same Cloudflare; but a page is not how Rails refuses a question for JSON.
  if (status !== 403) return undefined;
  return headers['server']?.toLowerCase() === 'cloudflare' ? 'cloudflare' : 'unknown';
}

/** What stands in a title or a heading: a text may speak of anything. */
function headingsOf(html: string): string {
  return [...html.matchAll(/<(?:title|h1|h2)\b[^<>]{0,200}>([^<]{0,200})/gi)]
    .map(([, text = '']) => text)
    .join('\n');
}
