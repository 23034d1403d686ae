import { Plain } from '../parts/layout';
import { Meta, Text } from '../parts/text';
import { useTools } from '../tools';
import type { VerdictView } from './verdict-view';

type Unsettled = Exclude<VerdictView, { kind: 'settled' }>;

/** What it still can be, and which answer would tell. */
export function UnsettledVerdict({ view }: { readonly view: Unsettled }) {
  const { messages: t } = useTools();
  const checkNames = (checks: Unsettled['possible'][number]['settledBy']): string =>
    t.list(checks.map((check) => t(`check.${check}`)));

  if (view.nothingKnown && view.kind === 'open') return <Text>{t('verdict.nothing_text')}</Text>;
  if (view.anything) {
    return view.kind === 'open' ? <Text>{t('verdict.all_possible')}</Text> : null;
  }
  return (
    <>
      <Meta>{view.kind === 'pending' ? t('verdict.possible_pending') : t('verdict.possible')}</Meta>
      <Plain>
        {view.possible.map(({ outcome, settledBy }) => (
          <li key={outcome}>
            <Text>{t(`outcome.${outcome}`)}</Text>
            {view.kind === 'open' && settledBy.length > 0 && (
              <Meta>{t('verdict.settled_by', { checks: checkNames(settledBy) })}</Meta>
            )}
          </li>
        ))}
      </Plain>
    </>
  );
}
