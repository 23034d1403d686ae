import type { Clock } from '../shared/clock';
import { type Result, failed, ok } from '../shared/result';
import { failureOfStatus } from '../shared/request';
import { type ZafClient, withinDeadline } from './client';
import { readAnswer } from './http-answer';

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
