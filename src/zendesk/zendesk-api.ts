import type { Clock } from '../lib/clock';
import { failed, ok, type Result } from '../lib/result';
import type { ZafClient } from './client';
import { withinDeadline } from './deadline';
import { readAnswer } from './http-answer';

export interface ApiRequest {
  readonly method: 'GET' | 'PUT';
  /** `/api/v2/…`: goes out as the agent, by the host page, never through the proxy. */
  readonly path: string;
  readonly body?: unknown;
}

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

  const { status, body: text } = answer.value;
  if (status < 200 || status >= 300) return failed({ source: 'zendesk', ...causeOf(status) });
  try {
    return ok(JSON.parse(text));
  } catch {
    return failed({ source: 'zendesk', kind: 'malformed', what: text ? 'not-json' : 'empty' });
  }
}

function causeOf(status: number) {
  if (status === 401) return { kind: 'unauthorised', status } as const;
  if (status === 403) return { kind: 'forbidden', status } as const;
  if (status === 404) return { kind: 'not-found', status } as const;
  if (status === 429) return { kind: 'rate-limited' } as const;
  if (status >= 500) return { kind: 'server', status } as const;
  return { kind: 'rejected', status } as const;
}
