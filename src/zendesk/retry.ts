import type { Failure } from '../lib/failure';
import type { IncomingAnswer } from '../lib/request';
import type { Result } from '../lib/result';
import { retryAfterMs } from '../lib/retry-after';

const baseMs = 400;
const jitterMs = 400;
/** Asked to wait longer than this, an engineer would rather be told than kept. */
const patienceMs = 5_000;

/** How long to wait before asking once more; `undefined`: not worth it. */
export function retryDelay(
  result: Result<IncomingAnswer>,
  now: number,
  random: () => number,
): number | undefined {
  const jitter = random() * jitterMs;
  if (!result.ok) return isPassing(result.failure) ? baseMs + jitter : undefined;

  const { status, headers } = result.value;
  if (status !== 429 && status < 500) return undefined;
  const asked = retryAfterMs(headers, now) ?? 0;
  return asked > patienceMs ? undefined : Math.max(asked, baseMs) + jitter;
}

function isPassing({ kind }: Failure): boolean {
  return kind === 'timeout';
}

/** Only here is there a clock: an instant to wait for becomes the seconds until then. */
export function withRelativeRetryAfter(answer: IncomingAnswer, now: number): IncomingAnswer {
  const wait = retryAfterMs(answer.headers, now);
  if (wait === undefined || (answer.status !== 429 && answer.status < 500)) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'retry-after': String(Math.ceil(wait / 1000)) },
  };
}
