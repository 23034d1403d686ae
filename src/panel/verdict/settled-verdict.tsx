import type { Messages } from '../../i18n/messages';
import type { OutcomeId } from '../../diagnosis/outcome';
import { checkNames } from '../check-names';
import { Meta, Text } from '../parts/text';
import { useTools } from '../tools';
import type { Certainty, VerdictView } from './verdict-view';

type Settled = Extract<VerdictView, { kind: 'settled' }>;

export function SettledVerdict({ view }: { readonly view: Settled }) {
  const { messages: t } = useTools();
  const names = (outcomes: readonly OutcomeId[]): string =>
    t.list(outcomes.map((outcome) => t(`outcome.${outcome}`)));

  return (
    <>
      <Text>{t(`outcome.${view.outcome}.meaning`)}</Text>
      <Meta>{certaintyWords(view.certainty, t)}</Meta>
      {view.also.length > 0 && <Text>{t('verdict.also', { outcomes: names(view.also) })}</Text>}
      {view.mayAlso.length > 0 && (
        <Meta>{t('verdict.may_also', { outcomes: names(view.mayAlso) })}</Meta>
      )}
    </>
  );
}

function certaintyWords(certainty: Certainty, t: Messages): string {
  if (certainty.kind !== 'by_hand') return t(`certainty.${certainty.kind}`);
  return t('certainty.by_hand', { checks: checkNames(certainty.checks, t) });
}
