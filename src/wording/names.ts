import type { CheckId } from '../diagnosis/checks';
import type { OutcomeId } from '../diagnosis/rules';
import type { Messages } from './messages';

/** One of them, and nobody knows yet which. */
export function eitherOutcome(outcomes: readonly OutcomeId[], t: Messages): string {
  return t.either(outcomes.map((outcome) => t(`outcome.${outcome}`)));
}

export function outcomeNames(outcomes: readonly OutcomeId[], t: Messages): string {
  return t.list(outcomes.map((outcome) => t(`outcome.${outcome}`)));
}

export function checkNames(checks: readonly CheckId[], t: Messages): string {
  return t.list(checks.map((check) => t(`check.${check}`)));
}
