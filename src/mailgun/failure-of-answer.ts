import type { Failure, FailureCause, Source } from '../lib/failure';
import type { IncomingAnswer } from '../lib/request';
import { retryAfterMs } from '../lib/retry-after';
import { numberAt, readJson, textAt } from './json';
import { plainText } from './plain-text';

/**
 * Why Mailgun did not answer the question, by its status; `undefined` where it did.
 * `now` turns an instant of "try again" into a wait; without it the answer's own date has to do.
 */
export function failureOfAnswer(
  source: Source,
  answer: IncomingAnswer,
  now?: number,
): Failure | undefined {
  return answer.status === 200 ? undefined : { source, ...causeOf(source, answer, now) };
}

function causeOf(source: Source, answer: IncomingAnswer, now: number | undefined): FailureCause {
  const { status } = answer;
  if (status === 401) {
    return saysForbidden(answer)
      ? { kind: 'unauthorised', status, maybeRegion: true }
      : { kind: 'unauthorised', status };
  }
  if (status === 403) return { kind: 'forbidden', status };
  if (status === 404) return { kind: 'not-found', status };
  if (status === 429) {
    const wait = retryAfterMs(answer.headers, now) ?? statedWaitMs(source, answer);
    return { kind: 'rate-limited', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500) return { kind: 'server', status };
  if (status >= 400) {
    const message = messageOf(source, answer);
    return { kind: 'rejected', status, ...(message === undefined ? {} : { message }) };
  }
  // An API has no business redirecting; whatever this is, it is not Mailgun's answer.
  return { kind: 'malformed', what: answer.body.trim() === '' ? 'empty' : 'wrong-shape' };
}

/**
 * Mailgun's own 401 is this one word, for a wrong key and for the right key in the wrong region alike.
 * Any other 401 comes from something in between.
 */
export function saysForbidden({ body }: IncomingAnswer): boolean {
  return body.trim().toLowerCase() === 'forbidden';
}

/** Mailgun's errors are `{"message": …}`, where they are JSON at all. */
export function messageOf(source: Source, answer: IncomingAnswer): string | undefined {
  const json = readJson(source, answer);
  const message = json.ok ? textAt(json.value, 'message') : undefined;
  return message === undefined ? undefined : plainText(message, 300);
}

/** Some of Mailgun's 429 say it in the body. */
function statedWaitMs(source: Source, answer: IncomingAnswer): number | undefined {
  const json = readJson(source, answer);
  const seconds = json.ok ? numberAt(json.value, 'retry-seconds') : undefined;
  return seconds === undefined || seconds < 0 ? undefined : seconds * 1000;
}
