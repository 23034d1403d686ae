import type { Clock } from '../lib/clock';
import type { IncomingAnswer } from '../lib/request';

const keptMs = 60_000;

export interface AnswerCache {
  get(key: string): IncomingAnswer | undefined;
  /** Keeps what looks like an answer; a sign-in page of status 200 is none. */
  keep(key: string, answer: IncomingAnswer): void;
  forget(key: string): void;
  clear(): void;
}

/** In memory only: customer data does not outlive the page. */
export function createAnswerCache(clock: Pick<Clock, 'now'>): AnswerCache {
  const kept = new Map<string, { readonly answer: IncomingAnswer; readonly at: number }>();

  function dropOld(): void {
    for (const [key, { at }] of kept) {
      if (clock.now() - at >= keptMs) kept.delete(key);
    }
  }

  return {
    get(key) {
      dropOld();
      return kept.get(key)?.answer;
    },
    keep(key, answer) {
      dropOld();
      if (isGood(answer)) kept.set(key, { answer, at: clock.now() });
    },
    forget(key) {
      kept.delete(key);
    },
    clear() {
      kept.clear();
    },
  };
}

function isGood({ status, body }: IncomingAnswer): boolean {
  return status >= 200 && status < 300 && /^\s*[[{]/.test(body);
}
