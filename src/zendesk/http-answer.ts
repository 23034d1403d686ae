import type { Clock } from '../shared/clock';
import { type FailureCause, failed, ok, type Result } from '../shared/failure';
import { fieldsOf } from '../shared/json';
import { type IncomingAnswer, failureOfStatus } from '../shared/request';
import { deadlineMs, type Ended, withinDeadline, type ZafClient } from './client';

type Read = Result<IncomingAnswer, FailureCause>;

/**
 * What one `client.request` came to. Any HTTP status is an answer, though the SDK rejects all but 2xx with a
 * plain object; a failure is only what kept the question from reaching the other side, or the answer us.
 */
export function readAnswer(ended: Ended): Read {
  switch (ended.kind) {
    case 'timeout':
      return failed(ended);
    case 'aborted':
      return failed({ kind: 'cancelled' });
    case 'resolved':
      return isCompleteResponse(ended.value)
        ? answerOf(ended.value)
        : withoutProxyError({ status: 200, body: bodyText(ended.value), headers: {} });
    case 'rejected':
      return answerOf(ended.reason);
  }
}

/** Asked for by `httpCompleteResponse`; a host that does not know the option hands over the body alone. */
function isCompleteResponse(value: unknown): boolean {
  const response = fieldsOf(value);
  return (
    typeof response['status'] === 'number' &&
    ['responseText', 'responseJSON', 'statusText'].some((key) => key in response)
  );
}

function answerOf(value: unknown): Read {
  const response = fieldsOf(value);
  const { status, responseText, responseJSON, statusText } = response;
  if (typeof status !== 'number' || status < 100) {
    // jQuery's words; the host is asked to wait as long as we do.
    return failed(
      statusText === 'timeout' ? { kind: 'timeout', afterMs: deadlineMs } : { kind: 'unreachable' },
    );
  }
  return withoutProxyError({
    status,
    body: typeof responseText === 'string' ? responseText : bodyText(responseJSON),
    headers: headersOf(response['headers'] ?? response['responseHeaders']),
  });
}

/** Zendesk's proxy speaks for itself in this form, with a status that looks like the other side's. */
function withoutProxyError(answer: IncomingAnswer): Read {
  if (!answer.body.trimStart().startsWith('Proxy error:')) return ok(answer);
  const noInstallation = /failed to get installation/i.test(answer.body);
  return failed({ kind: 'proxy-refused', reason: noInstallation ? 'no-installation' : 'other' });
}

function bodyText(body: unknown): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The headers that are read are short and few; a list without an end is none of them. */
const mostHeaders = 100;
const longestHeader = 1_000;

/** An object, a `Headers`, a `Map`, or XMLHttpRequest's block of lines: hosts differ. */
function headersOf(headers: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairsOf(headers)
      .slice(0, mostHeaders)
      .flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number'
          ? [[name.trim().toLowerCase(), String(value).trim().slice(0, longestHeader)]]
          : [],
      ),
  );
}

function pairsOf(headers: unknown): readonly (readonly [string, unknown])[] {
  if (typeof headers === 'string') {
    return headers.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
    });
  }
  if (headers instanceof Map || headers instanceof Headers) {
    const pairs: [string, unknown][] = [];
    headers.forEach((value: unknown, name: unknown) => pairs.push([String(name), value]));
    return pairs;
  }
  return Object.entries(fieldsOf(headers));
}

export interface ApiRequest {
  readonly method: 'GET' | 'PUT';
  /** `/api/v2/…`: goes out as the agent, by the host page, never through the proxy. */
  readonly path: string;
  readonly body?: unknown;
}

/** Characters. Ten comments, in which customers may have written at length, are the most that is asked for. */
const longestBody = 4_000_000;

/** Zendesk's own REST API. Anything but a 2xx with JSON is a failure: nobody asks about the difference. */
export async function askZendesk(
  client: Pick<ZafClient, 'request'>,
  clock: Clock,
  { method, path, body }: ApiRequest,
): Promise<Result<unknown>> {
  const options = {
    url: path,
    type: method,
    // The host may repeat a read that was turned away; a write must not happen twice.
    autoRetry: method === 'GET',
    httpCompleteResponse: true,
    ...(body === undefined ? {} : { data: JSON.stringify(body), contentType: 'application/json' }),
  };
  const answer = readAnswer(await withinDeadline(() => client.request(options), clock));
  if (!answer.ok) return failed({ source: 'zendesk', ...answer.failure });

  const failure = failureOfStatus('zendesk', answer.value);
  if (failure) return failed(failure);
  const { body: text } = answer.value;
  if (text.length > longestBody) {
    return failed({ source: 'zendesk', kind: 'malformed', what: 'too-large' });
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return failed({ source: 'zendesk', kind: 'malformed', what: text ? 'not-json' : 'empty' });
  }
}
