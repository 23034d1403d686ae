import type { Failure, Source } from '../shared/failure';
import { fieldAt, numberOf, parseJson, textAt } from '../shared/json';
import { type IncomingAnswer, failureOfStatus, retryAfterMs } from '../shared/request';
import { type Result, failed } from '../shared/result';
import { visibleText } from '../shared/text';

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
