import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** Ends early, with an error, when nobody waits any more. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  if (ms !== Infinity) return pause(ms, undefined, { signal });
  if (!signal.aborted) await once(signal, 'abort');
  throw new Error('Nobody waits any more');
}
