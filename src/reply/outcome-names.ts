import type { OutcomeId } from '../diagnosis/outcome';
import type { Messages } from '../i18n/messages';

export function outcomeNames(outcomes: readonly OutcomeId[], t: Messages): string {
  return t.list(outcomes.map((outcome) => t(`outcome.${outcome}`)));
}
