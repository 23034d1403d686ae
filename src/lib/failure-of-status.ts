import type { Failure, FailureCause, Source } from './failure';
import type { IncomingAnswer } from './request';
import { retryAfterMs } from './retry-after';

/** Why the status alone makes this no answer to the question; `undefined` where the body has to say. */
export function failureOfStatus(source: Source, answer: IncomingAnswer): Failure | undefined {
  const cause = causeOf(answer);
  return cause && { source, ...cause };
}

function causeOf(answer: IncomingAnswer): FailureCause | undefined {
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  // Nothing that is asked for here ever moves: a redirect leads to a sign-in page.
  if (status === 401 || (status >= 300 && status < 400)) return { kind: 'unauthorised', status };
  if (status === 403) return { kind: 'forbidden', status };
  if (status === 404) return { kind: 'not-found', status };
  if (status === 429) {
    const wait = retryAfterMs(answer.headers);
    return { kind: 'rate-limited', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500) return { kind: 'server', status };
  const message = errorText(answer.body);
  return { kind: 'rejected', status, ...(message === undefined ? {} : { message }) };
}

const longest = 200;

/** `{"error": "…"}` is how Rails says it. Short, one line, still hostile. */
function errorText(body: string): string | undefined {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'error'))
      return undefined;
    const { error } = json as { readonly error: unknown };
    if (typeof error !== 'string') return undefined;
    const text = error.replace(/[\p{C}\s]+/gu, ' ').trim();
    return text === '' ? undefined : text.slice(0, longest);
  } catch {
    return undefined;
  }
}
