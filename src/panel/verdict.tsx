import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import type { CheckId } from '../diagnosis/checks';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { hasAnswers } from '../diagnosis/evidence';
import { type OutcomeId, outcomesOf } from '../diagnosis/rules';
import type { InvestigationState } from '../investigation/investigation';
import { LaterPart } from './deferred-part';
import { Icon, Stack, Title, type Tone, Bone } from './primitives';
import { type ColorName, color, radius } from './theme';
import { useTools } from './tools';

/** What the verdict's corner of the screen says: settled, open, or still being asked. */
export type VerdictView =
  | {
      readonly kind: 'settled';
      readonly outcome: OutcomeId;
      readonly also: readonly OutcomeId[];
      readonly mayAlso: readonly OutcomeId[];
    }
  | {
      readonly kind: 'pending' | 'open';
      readonly possible: readonly {
        readonly outcome: OutcomeId;
        readonly settledBy: readonly CheckId[];
      }[];
      readonly certain: readonly OutcomeId[];
      /** No source has answered, nor has the engineer. */
      readonly nothingKnown: boolean;
      /** Every outcome is still possible: naming them all says nothing. */
      readonly anything: boolean;
    };

export function verdictView(state: InvestigationState): VerdictView {
  const { diagnosis, running } = state;
  const { verdict } = diagnosis;
  if (verdict.kind === 'settled') {
    return {
      kind: 'settled',
      outcome: verdict.outcome,
      also: verdict.alsoApplies,
      mayAlso: verdict.mayAlsoApply,
    };
  }
  return {
    kind: running ? 'pending' : 'open',
    possible: verdict.possible,
    certain: verdict.certain,
    nothingKnown: isNothingKnown(diagnosis),
    anything: verdict.possible.length === outcomesOf(diagnosis.edition).length,
  };
}

const isNothingKnown = ({ trace, evidence }: Diagnosis): boolean =>
  trace.every(({ fact }) => !fact.known) && !hasAnswers(evidence);

const edges: Record<Tone, ColorName> = {
  good: 'border.successEmphasis',
  cause: 'border.warningEmphasis',
  lost: 'border.dangerEmphasis',
  unknown: 'border.emphasis',
  waiting: 'border.emphasis',
  quiet: 'border.emphasis',
};

/** Until it is settled at least as high as a short verdict, so that what stands below does not jump when it lands. */
const Card = styled.section<{ readonly $tone: Tone }>`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 4px 8px;
  align-content: start;
  min-height: 106px;
  padding: 8px 12px 8px 10px;
  border: 1px solid ${color('border.default')};
  border-left: 3px solid ${({ $tone }) => color(edges[$tone])};
  border-radius: ${radius};

  &[data-outcome] {
    min-height: 0;
  }

  > svg {
    margin-top: 3px;
  }

  > :not(svg):not(h2) {
    grid-column: 2;
  }

  > [data-wide] {
    grid-column: 1 / -1;
  }
`;

interface VerdictProps {
  readonly state: OpenState;
  /** It takes long, and nothing stands below the card yet: the checks that are waited for stand in it. */
  readonly hasChecks: boolean;
}

export function Verdict({ state, hasChecks }: VerdictProps) {
  const { messages: t } = useTools();
  const view = verdictView(state.investigation);
  const hook = view.kind === 'settled' ? { 'data-outcome': view.outcome } : {};

  return (
    <Card
      aria-label={t('verdict.heading')}
      data-verdict={view.kind}
      data-running={state.investigation.running}
      data-stays
      tabIndex={-1}
      {...hook}
      $tone={toneOf(view)}
    >
      {/* The card stays, for the focus may wait on it; of another address nothing in it is open or waited for yet. */}
      <Found key={state.selected.address} state={state} view={view} hasChecks={hasChecks} />
    </Card>
  );
}

interface FoundProps extends VerdictProps {
  readonly view: VerdictView;
}

function Found({ state, view, hasChecks }: FoundProps) {
  const { messages: t } = useTools();
  return (
    <>
      <Icon tone={toneOf(view)} />
      <Title>{titleOf(view)}</Title>
      <LaterPart outline={<Outline />} missing={null}>
        {({ VerdictBody }) => (
          <VerdictBody state={state} hasChecks={hasChecks} outline={<Outline />} />
        )}
      </LaterPart>
    </>
  );

  function titleOf(shown: VerdictView): string {
    if (shown.kind === 'settled') return t(`outcome.${shown.outcome}`);
    if (shown.kind === 'pending') return t('verdict.pending');
    return shown.nothingKnown ? t('verdict.nothing') : t('verdict.open');
  }
}

function toneOf(view: VerdictView): Tone {
  // Nothing is wrong with the account, and the customer still cannot sign in.
  if (view.kind === 'settled') return view.outcome === 'no_known_cause' ? 'quiet' : 'cause';
  return view.kind === 'pending' ? 'waiting' : 'unknown';
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
