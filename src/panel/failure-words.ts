import { exhaustive } from '../lib/exhaustive';
import type { Failure } from '../lib/failure';
import { visibleText } from '../reply/visible-text';
import type { Messages } from '../i18n/messages';
import type { Unknown } from '../diagnosis/facts';

export interface FailureWords {
  readonly what: string;
  readonly next: string;
}

const seconds = (ms: number): number => Math.max(1, Math.round(ms / 1000));

/** What went wrong and what to do about it, without the name of the source. */
export function failureWords(failure: Failure, t: Messages): FailureWords {
  return { what: whatHappened(failure, t), next: whatNext(failure, t) };
}

/** What came back instead of an answer. */
export function whyWords(why: Unknown, t: Messages): string {
  return why.kind === 'failed' ? failureWords(why.failure, t).what : t(`unknown.${why.kind}`);
}

function whatHappened(failure: Failure, t: Messages): string {
  switch (failure.kind) {
    case 'timeout':
      return t('failure.timeout', { seconds: seconds(failure.afterMs) });
    case 'unauthorised':
    case 'forbidden':
    case 'not-found':
    case 'server':
      return t(`failure.${failure.kind}`, { status: failure.status });
    case 'rejected': {
      const refused = t('failure.rejected', { status: failure.status });
      return failure.message === undefined
        ? refused
        : `${refused} ${t('failure.rejected.message', { message: visibleText(failure.message) })}`;
    }
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

function whatNext(failure: Failure, t: Messages): string {
  if (failure.kind === 'unauthorised' && failure.maybeRegion)
    return t('failure.unauthorised.region');
  if (failure.kind === 'rate-limited' && failure.retryAfterMs !== undefined) {
    return t('failure.rate-limited.after', { seconds: seconds(failure.retryAfterMs) });
  }
  return t(`failure.${failure.kind}.next`);
}
