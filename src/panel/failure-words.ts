import type { Unknown } from '../diagnosis/facts';
import type { Messages } from '../i18n/messages';
import type { Failure } from '../lib/failure';
import { visibleText } from '../reply/visible-text';
import { seconds, unknownWords, whatHappened } from '../reply/what-happened';

export interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/** What went wrong and what to do about it, without the name of the source. */
export function failureWords(failure: Failure, t: Messages): FailureWords {
  return { what: whatItSays(failure, t), next: whatNext(failure, t) };
}

/** What came back instead of an answer. */
export function whyWords(why: Unknown, t: Messages): string {
  return unknownWords(why, t, whatItSays);
}

/** Why it refused, in its own words, is for the engineer's eyes only. */
function whatItSays(failure: Failure, t: Messages): string {
  const what = whatHappened(failure, t);
  return failure.kind === 'rejected' && failure.message !== undefined
    ? `${what} ${t('failure.rejected.message', { message: visibleText(failure.message) })}`
    : what;
}

function whatNext(failure: Failure, t: Messages): string {
  if (failure.kind === 'unauthorised' && failure.maybeRegion)
    return t('failure.unauthorised.region');
  if (failure.kind === 'rate-limited' && failure.retryAfterMs !== undefined) {
    return t('failure.rate-limited.after', { seconds: seconds(failure.retryAfterMs) });
  }
  return t(`failure.${failure.kind}.next`);
}
