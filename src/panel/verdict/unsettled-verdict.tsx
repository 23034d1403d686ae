import { Plain, Stack } from '../parts/layout';
import { Meta, Text } from '../parts/text';
import { Bone } from '../starting';
import { checkNames } from '../check-names';
import { useTools } from '../tools';
import { useQuiet } from '../use-quiet';
import type { VerdictView } from './verdict-view';

type Unsettled = Exclude<VerdictView, { kind: 'settled' }>;

/** What it still can be, and which answer would tell. */
export function UnsettledVerdict({ view }: { readonly view: Unsettled }) {
  const { messages: t } = useTools();
  const quiet = useQuiet(view.kind === 'pending');
  if (view.kind === 'pending') {
    // A list that shrinks with every answer would push the reply about.
    return view.anything || !quiet ? (
      <Outline />
    ) : (
      <Possible view={view} lead={t('verdict.possible_pending')} />
    );
  }
  if (view.nothingKnown) return <Text>{t('verdict.nothing_text')}</Text>;
  if (view.anything) return <Text>{t('verdict.all_possible')}</Text>;
  return <Possible view={view} lead={t('verdict.possible')} />;
}

function Possible({ view, lead }: { readonly view: Unsettled; readonly lead: string }) {
  const { messages: t } = useTools();
  const rows = view.possible.map(({ outcome, settledBy }) => ({
    outcome,
    checks: view.kind === 'open' ? checkNames(settledBy, t) : '',
  }));
  // Mostly the same answer would settle them all: said once.
  const shared = new Set(rows.map(({ checks }) => checks)).size === 1;
  const sharedChecks = shared ? (rows[0]?.checks ?? '') : '';

  return (
    <>
      <Meta>{lead}</Meta>
      <Plain $gap={2}>
        {rows.map(({ outcome, checks }) => (
          <li key={outcome}>
            {t(`outcome.${outcome}`)}
            {!shared && checks !== '' && <Meta>{t('verdict.settled_if', { checks })}</Meta>}
          </li>
        ))}
      </Plain>
      {view.certain.length > 0 && (
        <Meta>
          {t('verdict.certain', {
            outcomes: t.list(view.certain.map((outcome) => t(`outcome.${outcome}`))),
          })}
        </Meta>
      )}
      {view.byHand.length > 0 && (
        <Meta>{t('certainty.by_hand', { checks: checkNames(view.byHand, t) })}</Meta>
      )}
      {sharedChecks !== '' && <Meta>{t('verdict.settled_by', { checks: sharedChecks })}</Meta>}
    </>
  );
}

/** As wide and as high as a verdict's two lines and its certainty. */
function Outline() {
  return (
    <Stack $gap={10}>
      <Bone />
      <Bone $width="60%" />
      <Bone $width="50%" $height={10} />
    </Stack>
  );
}
