import type { Conclusion } from '../diagnosis/diagnosis';
import type { MessageKey, Messages } from '../i18n/messages';

/** "not needed because of “Login activated: No”": why a check was skipped. */
export function notNeededWords(
  { because }: Extract<Conclusion, { kind: 'not-needed' }>,
  messages: Messages,
): string {
  const answers = because.map(({ check, values, byHand }) => {
    const answer = values
      .map((value) => messages(`answer.${check}.${value}` as MessageKey))
      .join(' / ');
    return messages('decision.step', {
      check: messages(`check.${check}`),
      answer: byHand ? messages('decision.by_hand', { answer }) : answer,
    });
  });
  return messages('decision.not_needed', { answers: messages.list(answers) });
}
