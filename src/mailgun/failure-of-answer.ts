import type { Failure, FailureCause, Source } from '../lib/failure';
import type { IncomingAnswer } from '../lib/request';
import { isObject, readJson, textAt } from './json';
import { plainText } from './plain-text';

/** Why Mailgun did not answer the question, by its status; `undefined` where it did. */
export function failureOfAnswer(source: Source, answer: IncomingAnswer): Failure | undefined {
  const { status } = answer;
  if (status === 200) return undefined;
  return { source, ...causeOf(source, answer) };
}

function causeOf(source: Source, answer: IncomingAnswer): FailureCause {
  const { status } = answer;
  if (status === 401) {
    return saysForbidden(answer)
      ? { kind: 'unauthorised', status, maybeRegion: true }
      : { kind: 'unauthorised', status };
  }
  if (status === 403) return { kind: 'forbidden', status };
  if (status === 404) return { kind: 'not-found', status };
  if (status === 429) return { kind: 'rate-limited' };
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
  if (!json.ok || !isObject(json.value)) return undefined;
  const message = textAt(json.value, 'message');
  return message === undefined ? undefined : plainText(message, 300);
}
