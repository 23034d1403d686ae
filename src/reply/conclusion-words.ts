import type { Conclusion } from '../diagnosis/diagnosis';
import type { MessageKey, Messages } from '../i18n/messages';
import { exhaustive } from '../lib/exhaustive';
import { outcomeNames } from './outcome-names';

/** What one check did to the verdict: in the panel and in the note alike. */
export function conclusionWords(conclusion: Conclusion, t: Messages): string {
  switch (conclusion.kind) {
    case 'decided':
      return t('decision.decided', { outcome: outcomeNames([conclusion.outcome], t) });
    case 'also':
      return t('decision.also', { outcome: outcomeNames([conclusion.outcome], t) });
    case 'ruled-out':
      return t('decision.ruled_out', { outcomes: outcomeNames(conclusion.outcomes, t) });
    case 'points-to':
      return t('decision.points_to', { outcomes: outcomeNames(conclusion.outcomes, t) });
    case 'may-add':
      return t('decision.may_add', { outcomes: outcomeNames(conclusion.outcomes, t) });
    case 'not-needed':
      return notNeededWords(conclusion, t);
    case 'missing':
      return t('decision.missing', { outcomes: outcomeNames(conclusion.couldBe, t) });
    default:
      return exhaustive(conclusion);
  }
}

/** "not needed because of “Login activated: No”": why a check was skipped. */
function notNeededWords(
  { because }: Extract<Conclusion, { kind: 'not-needed' }>,
  t: Messages,
): string {
  const answers = because.map(({ check, values, byHand }) => {
    const answer = values.map((value) => t(`answer.${check}.${value}` as MessageKey)).join(' / ');
    return t('decision.step', {
      check: t(`check.${check}`),
      answer: byHand ? t('decision.by_hand', { answer }) : answer,
    });
  });
  return t('decision.not_needed', { answers: t.list(answers) });
}
