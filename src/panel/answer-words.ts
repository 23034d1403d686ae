import type { CheckId, Fact, FactValue } from '../diagnosis/facts';
import type { MessageKey, Messages } from '../i18n/messages';

export function answerWords(check: CheckId, fact: Fact, t: Messages): string {
  if (!fact.known) return fact.why.kind === 'pending' ? t('answer.pending') : t('answer.unknown');
  return valueWords(check, fact.value, t);
}

export function valueWords(check: CheckId, value: FactValue, t: Messages): string {
  // The pairing of a check with its own values is lost in the union; a spec holds the keys to it.
  return t(`answer.${check}.${value}` as MessageKey);
}
