import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import { type CautionId, cautionsOfCause } from '../diagnosis/cautions';
import type { CheckId } from '../diagnosis/checks';
import { isIdle } from '../diagnosis/diagnose';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { isLeftOut } from '../diagnosis/evidence';
import { type OutcomeId, outcomesOf } from '../diagnosis/rules';
import type { InvestigationState } from '../investigation/investigation';
import { type Messages, checkNames, outcomeNames } from '../wording/translate';
import { LaterPart } from './deferred-part';
import { Icon, Meta, Plain, Stack, Text, Title, type Tone, Bone } from './primitives';
import { type ColorName, color, radius } from './theme';
import { useTools } from './tools';

export type Certainty =
  | { readonly kind: 'all' | 'enough' | 'early' | 'provisional' | 'rechecking' }
  | { readonly kind: 'by_hand'; readonly checks: readonly CheckId[] };

/** What the verdict's corner of the screen says: settled, open, or still being asked. */
export type VerdictView =
  | {
      readonly kind: 'settled';
      readonly outcome: OutcomeId;
      readonly also: readonly OutcomeId[];
      readonly mayAlso: readonly OutcomeId[];
      /** `undefined` beside a caution that puts the cause itself in doubt, or an open check that could: nothing is certain there. */
      readonly certainty: Certainty | undefined;
    }
  | {
      readonly kind: 'pending' | 'open';
      readonly possible: readonly {
        readonly outcome: OutcomeId;
        readonly settledBy: readonly CheckId[];
      }[];
      readonly certain: readonly OutcomeId[];
      readonly byHand: readonly CheckId[];
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
      certainty: certaintyOf(state),
    };
  }
  return {
    kind: running ? 'pending' : 'open',
    possible: verdict.possible,
    certain: verdict.certain,
    byHand: diagnosis.byHand,
    nothingKnown: isNothingKnown(diagnosis),
    anything: verdict.possible.length === outcomesOf(diagnosis.edition).length,
  };
}

function isNothingKnown({ trace, evidence }: Diagnosis): boolean {
  const { customersdot, portal_log, gitlab_log } = evidence;
  return (
    trace.every(({ fact }) => !fact.known) &&
    [customersdot, portal_log, gitlab_log].every(({ state }) => state !== 'answered')
  );
}

function certaintyOf({
  diagnosis,
  running,
  rechecking,
}: InvestigationState): Certainty | undefined {
  const { trace, cautions, byHand } = diagnosis;
  if (byHand.length > 0) return { kind: 'by_hand', checks: byHand };
  if (rechecking) return { kind: 'rechecking' };
  if (cautions.some(({ id }) => isOfLag(id))) return { kind: 'provisional' };

  if (cautionsOfCause(diagnosis).length > 0) return undefined;
  const unanswered = trace.filter(isUnanswered);
  if (unanswered.length === 0) return { kind: 'all' };
  if (unanswered.every(({ check, fact }) => isLeftOut(check, fact))) {
    return unanswered.some((step) => mayComeFirst(step, diagnosis))
      ? undefined
      : { kind: 'enough' };
  }
  return { kind: running ? 'early' : 'enough' };
}

const isOfLag = (id: CautionId): boolean =>
  id === 'logs_lag' || id === 'newer_reset_may_be_missing' || id === 'newer_link_may_be_missing';

/** Without an account there is nothing that could be unknown about it; what nobody asks and nothing hangs on is no gap. */
const isUnanswered = (step: TraceStep): boolean =>
  !step.fact.known && step.fact.why.kind !== 'no-account' && !isIdle(step);

/** An answer by hand to what nobody waits for could put a cause before the one that was found. */
function mayComeFirst({ conclusion }: TraceStep, { edition, verdict }: Diagnosis): boolean {
  if (conclusion.kind !== 'may-add' || verdict.kind !== 'settled') return false;
  const order = outcomesOf(edition);
  return conclusion.outcomes.some((id) => order.indexOf(id) < order.indexOf(verdict.outcome));
}

const edges: Record<Tone, ColorName> = {
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
  border-left: 3px solid ${({ $tone }) => color(edges[$tone])};
  border-radius: ${radius};

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
  // The engineer is the source: the form comes first and stays there, whatever else is found meanwhile.
  const formFirst = state.settings.lookup.way === 'by-hand' && view.kind !== 'settled';
  const found =
    view.kind === 'settled' ? (
      <SettledVerdict state={state} view={view} />
    ) : (
      <UnsettledVerdict view={view} waited={hasChecks} />
    );
  const more = (view.kind !== 'pending' || hasChecks || formFirst) && (
    <LaterPart outline={null} missing={null}>
      {({ VerdictMore }) => <VerdictMore state={state} hasChecks={hasChecks} />}
    </LaterPart>
  );

  return (
    <>
      <Icon tone={toneOf(view)} />
      <Title>{titleOf(view)}</Title>
      {formFirst && more}
      {found}
      {!formFirst && more}
    </>
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

type Settled = Extract<VerdictView, { kind: 'settled' }>;

interface SettledVerdictProps {
  readonly state: OpenState;
  readonly view: Settled;
}

function SettledVerdict({ state, view }: SettledVerdictProps) {
  const { messages: t } = useTools();
  const meaning = <Text>{t(`outcome.${view.outcome}.meaning`)}</Text>;

  return (
    <>
      <LaterPart outline={meaning} missing={meaning}>
        {({ VerdictReason }) => <VerdictReason state={state} outcome={view.outcome} />}
      </LaterPart>
      {view.certainty !== undefined && <Meta>{certaintyWords(view.certainty, t)}</Meta>}
      {view.also.length > 0 && (
        <Text>{t('verdict.also', { outcomes: outcomeNames(view.also, t) })}</Text>
      )}
      {view.mayAlso.length > 0 && (
        <Meta>{t('verdict.may_also', { outcomes: outcomeNames(view.mayAlso, t) })}</Meta>
      )}
    </>
  );
}

function certaintyWords(certainty: Certainty, t: Messages): string {
  if (certainty.kind !== 'by_hand') return t(`certainty.${certainty.kind}`);
  return t('certainty.by_hand', { checks: checkNames(certainty.checks, t) });
}

type Unsettled = Exclude<VerdictView, { kind: 'settled' }>;

/** What it still can be. */
function UnsettledVerdict({
  view,
  waited,
}: {
  readonly view: Unsettled;
  readonly waited: boolean;
}) {
  const { messages: t } = useTools();
  // What takes its time is shown check by check, and what it can be below them: that list shrinks with every answer.
  if (view.kind === 'pending') return waited ? null : <Outline />;
  if (view.nothingKnown) return <Text>{t('verdict.nothing_text')}</Text>;
  if (view.anything) return <Text>{t('verdict.all_possible')}</Text>;
  return <Possible view={view} lead={t('verdict.possible')} />;
}

export function Possible({ view, lead }: { readonly view: Unsettled; readonly lead: string }) {
  const { messages: t } = useTools();
  return (
    <>
      <Meta>{lead}</Meta>
      <Plain $gap={2}>
        {view.possible.map(({ outcome }) => (
          <li key={outcome}>{t(`outcome.${outcome}`)}</li>
        ))}
      </Plain>
      {view.certain.length > 0 && (
        <Meta>
          {t('verdict.certain', {
            outcomes: outcomeNames(view.certain, t),
          })}
        </Meta>
      )}
      {view.byHand.length > 0 && (
        <Meta>{t('certainty.by_hand', { checks: checkNames(view.byHand, t) })}</Meta>
      )}
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
