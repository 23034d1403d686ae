import type { CheckId, Fact, FactValue, Unknown } from '../diagnosis/facts';
import type { MessageKey, Messages } from '../i18n/messages';
import { failureWords } from './failure-words';

export function answerWords(check: CheckId, fact: Fact, t: Messages): string {
  if (!fact.known) return fact.why.kind === 'pending' ? t('answer.pending') : t('answer.unknown');
  return valueWords(check, fact.value, t);
}

export function valueWords(check: CheckId, value: FactValue, t: Messages): string {
  // The pairing of a check with its own values is lost in the union; a spec holds the keys to it.
  return t(`answer.${check}.${value}` as MessageKey);
}

export function checkNames(checks: readonly CheckId[], t: Messages): string {
  return t.list(checks.map((check) => t(`check.${check}`)));
}

/** What came back instead of an answer. */
export function whyWords(why: Unknown, t: Messages): string {
  return why.kind === 'failed' ? failureWords(why.failure, t).what : t(`unknown.${why.kind}`);
}
