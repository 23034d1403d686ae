import styled from 'styled-components';
import type { OpenState } from '../desk-types';
import { Icon, type Tone } from '../parts/icon';
import { Title } from '../parts/text';
import { color } from '../theme';
import { useTools } from '../tools';
import { SettledVerdict } from './settled-verdict';
import { UnsettledVerdict } from './unsettled-verdict';
import { verdictView, type VerdictView } from './verdict-view';

const edges: Record<Tone, string> = {
  good: 'border.successEmphasis',
  cause: 'border.warningEmphasis',
  lost: 'border.dangerEmphasis',
  unknown: 'border.emphasis',
  waiting: 'border.emphasis',
  quiet: 'border.emphasis',
};

const Card = styled.section<{ readonly $tone: Tone }>`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 4px 8px;
  align-content: start;
  /* The room a short verdict takes, so that the reply below does not jump when it lands. */
  min-height: 106px;
  padding: 10px 12px 10px 10px;
  border: 1px solid ${color('border.default')};
  border-left: 3px solid ${({ theme, $tone }) => color(edges[$tone])({ theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};

  > svg {
    margin-top: 3px;
  }

  > :not(svg):not(h2) {
    grid-column: 2;
  }
`;

export function Verdict({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const view = verdictView(state.investigation);
  const hook = view.kind === 'settled' ? { 'data-outcome': view.outcome } : {};

  return (
    <Card
      aria-label={t('verdict.heading')}
      data-verdict={view.kind}
      data-running={state.investigation.running}
      {...hook}
      $tone={toneOf(view)}
    >
      <Icon tone={toneOf(view)} />
      <Title>{titleOf(view)}</Title>
      {view.kind === 'settled' ? <SettledVerdict view={view} /> : <UnsettledVerdict view={view} />}
    </Card>
  );

  function titleOf(shown: VerdictView): string {
    if (shown.kind === 'settled') return t(`outcome.${shown.outcome}`);
    if (shown.kind === 'pending') return t('verdict.pending');
    return shown.nothingKnown ? t('verdict.nothing') : t('verdict.open');
  }
}

function toneOf(view: VerdictView): Tone {
  if (view.kind === 'settled') return view.outcome === 'no_known_cause' ? 'good' : 'cause';
  return view.kind === 'pending' ? 'waiting' : 'unknown';
}
