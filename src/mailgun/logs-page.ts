import type { Source } from '../lib/failure';
import type { IncomingAnswer } from '../lib/request';
import { failed, ok, type Result } from '../lib/result';
import { failureOfAnswer } from './failure-of-answer';
import { arrayAt, objectAt, readJson, textAt } from './json';

export interface LogsPage {
  readonly items: readonly unknown[];
  /** Token of the next page. */
  readonly next: string | undefined;
  /** What Mailgun says it searched, epoch ms, where that can be read. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** An answer of the Logs API. One without the envelope of the contract says nothing, not even "none". */
export function readLogsPage(
  source: Source,
  answer: IncomingAnswer,
  now: number,
): Result<LogsPage> {
  const failure = failureOfAnswer(source, answer, now);
  if (failure) return failed(failure);
  const json = readJson(source, answer);
  if (!json.ok) return json;

  const items = arrayAt(json.value, 'items');
  const pagination = objectAt(json.value, 'pagination');
  const start = textAt(json.value, 'start');
  const end = textAt(json.value, 'end');
  if (!items || !pagination || start === undefined || end === undefined) {
    return failed({ source, kind: 'malformed', what: 'wrong-shape' });
  }
  return ok({ items, next: textAt(pagination, 'next'), start: instant(start), end: instant(end) });
}

function instant(text: string): number | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
