import type { Unknown } from '../diagnosis/facts';
import type { Messages } from '../i18n/messages';
import { exhaustive } from '../lib/exhaustive';
import type { Failure } from '../lib/failure';

/** What came back instead of an answer. */
export function unknownWords(why: Unknown, t: Messages, what = whatHappened): string {
  if (why.kind === 'failed') return what(why.failure, t);
  const words = t(`unknown.${why.kind}`);
  return why.kind === 'truncated' && why.failure ? `${words} ${what(why.failure, t)}` : words;
}

/** Never "0 s". */
export const seconds = (ms: number): number => Math.max(1, Math.round(ms / 1000));

/** What went wrong: without the name of the source, and without its own words, which can be anything. */
export function whatHappened(failure: Failure, t: Messages): string {
  switch (failure.kind) {
    case 'timeout':
      return t('failure.timeout', { seconds: seconds(failure.afterMs) });
    case 'unauthorised':
    case 'forbidden':
    case 'not-found':
    case 'server':
    case 'rejected':
      return t(`failure.${failure.kind}`, { status: failure.status });
    case 'malformed':
      return failure.what === 'sign-in-page' || failure.what === 'truncated'
        ? t(`failure.malformed.${failure.what}`)
        : t('failure.malformed');
    case 'misconfigured':
      return t('failure.misconfigured', { setting: failure.setting });
    case 'rate-limited':
    case 'unreachable':
    case 'proxy-refused':
    case 'cancelled':
      return t(`failure.${failure.kind}`);
    default:
      return exhaustive(failure);
  }
}
