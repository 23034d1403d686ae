import type { Diagnosis, Verdict } from '../diagnosis/diagnosis';
import { checkIds, type CheckId } from '../diagnosis/facts';
import { outcomeIds } from '../diagnosis/outcome';
import type { Messages } from '../i18n/messages';
import { outcomeNames } from './outcome-names';

function checkNames(checks: readonly CheckId[], messages: Messages): string {
  return messages.list(checks.map((check) => messages(`check.${check}`)));
}

/** What the checks add up to, and where that is somebody's word; the first line is the most important. */
export function verdictLines(
  { verdict, byHand }: Pick<Diagnosis, 'verdict' | 'byHand'>,
  messages: Messages,
): readonly string[] {
  return [
    ...outcomeLines(verdict, messages),
    ...(byHand.length > 0
      ? [messages('certainty.by_hand', { checks: checkNames(byHand, messages) })]
      : []),
  ];
}

function outcomeLines(verdict: Verdict, messages: Messages): readonly string[] {
  if (verdict.kind === 'open') {
    const possible = verdict.possible.map(({ outcome }) => outcome);
    return [
      possible.length === outcomeIds.length
        ? messages('verdict.all_possible')
        : messages('note.body.open', { outcomes: outcomeNames(possible, messages) }),
      ...(verdict.certain.length > 0
        ? [messages('verdict.certain', { outcomes: outcomeNames(verdict.certain, messages) })]
        : []),
      ...settledByLine(verdict, messages),
    ];
  }
  const { outcome, alsoApplies, mayAlsoApply } = verdict;
  const lines = [messages('note.body.settled', { outcome: outcomeNames([outcome], messages) })];
  if (alsoApplies.length > 0) {
    lines.push(messages('note.body.also', { outcomes: outcomeNames(alsoApplies, messages) }));
  }
  if (mayAlsoApply.length > 0) {
    lines.push(messages('note.body.may_also', { outcomes: outcomeNames(mayAlsoApply, messages) }));
  }
  return lines;
}

/** What is left to find out; where it is everything, that is plain to see. */
function settledByLine(
  { possible }: Extract<Verdict, { kind: 'open' }>,
  messages: Messages,
): readonly string[] {
  const asked = new Set(possible.flatMap(({ settledBy }) => settledBy));
  if (asked.size === 0 || asked.size === checkIds.length) return [];
  const inOrder = checkIds.filter((check) => asked.has(check));
  return [messages('verdict.settled_by', { checks: checkNames(inOrder, messages) })];
}
