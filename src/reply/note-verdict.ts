import type { Diagnosis, Verdict } from '../diagnosis/diagnosis';
import type { OutcomeId } from '../diagnosis/outcome';
import type { Messages } from '../i18n/messages';
import { noteTime } from './note-time';

function outcomeList(outcomes: readonly OutcomeId[], messages: Messages): string {
  return messages.list(outcomes.map((outcome) => messages(`outcome.${outcome}`)));
}

/** What the checks add up to, and where that is somebody's word; the first line is the most important. */
export function verdictLines(
  { verdict, byHand }: Pick<Diagnosis, 'verdict' | 'byHand'>,
  messages: Messages,
): readonly string[] {
  const checks = messages.list(byHand.map((check) => messages(`check.${check}`)));
  return [
    ...outcomeLines(verdict, messages),
    ...(byHand.length > 0 ? [messages('certainty.by_hand', { checks })] : []),
  ];
}

function outcomeLines(verdict: Verdict, messages: Messages): readonly string[] {
  if (verdict.kind === 'open') {
    const possible = verdict.possible.map(({ outcome }) => outcome);
    return [
      messages('note.body.open', { outcomes: outcomeList(possible, messages) }),
      ...(verdict.certain.length > 0
        ? [messages('verdict.certain', { outcomes: outcomeList(verdict.certain, messages) })]
        : []),
    ];
  }
  const { outcome, alsoApplies, mayAlsoApply } = verdict;
  const lines = [messages('note.body.settled', { outcome: outcomeList([outcome], messages) })];
  if (alsoApplies.length > 0) {
    lines.push(messages('note.body.also', { outcomes: outcomeList(alsoApplies, messages) }));
  }
  if (mayAlsoApply.length > 0) {
    lines.push(messages('note.body.may_also', { outcomes: outcomeList(mayAlsoApply, messages) }));
  }
  return lines;
}

/** Mailgun's lists that hold the address: what an engineer would clear. */
export function suppressionLines(
  { evidence: { suppressions } }: Pick<Diagnosis, 'evidence'>,
  messages: Messages,
): readonly string[] {
  if (suppressions.state !== 'answered') return [];
  return suppressions.value
    .filter(({ listed }) => listed)
    .map(({ list, domain, since }) => {
      const values = { domain, list: messages(`suppression.list.${list}`) };
      return since === undefined
        ? messages('suppression.listed_undated', values)
        : messages('note.body.suppressed', { ...values, since: noteTime(since) });
    });
}
