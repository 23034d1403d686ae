import { Fragment, type ReactNode, useState } from 'react';
import type { OpenState } from '../app/panel-contract';
import { cautionsOfCause, isProvisional } from '../diagnosis/cautions';
import { isIdle } from '../diagnosis/diagnose';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { hasAnswers, isLeftOut, usedAccountOf } from '../diagnosis/evidence';
import { type OutcomeId, outcomesOf } from '../diagnosis/rules';
import type { InvestigationState } from '../investigation/investigation';
import { byHandWords } from '../wording/findings-in-words';
import { outcomeNames } from '../wording/translate';
import { CheckRow } from './check-row';
import { useFold } from './folds';
import { UndoChoice } from './garden';
import { CheckAgain, Kept, Needed, YoursToCheck, isByHand } from './needed';
import { Meta, Plain, Text } from './primitives';
import { useTools } from './tools';
import { type VerdictView, verdictView } from './verdict';
import { Cautions, OtherAddresses, isNeutral, reasonFor } from './verdict-more';

interface VerdictBodyProps {
  readonly state: OpenState;
  /** It takes long, and nothing stands below the card yet: the checks that are waited for stand in it. */
  readonly hasChecks: boolean;
  /** While there is nothing to say yet. */
  readonly outline: ReactNode;
}

/** The verdict's card below its title. */
export function VerdictBody({ state, hasChecks, outline }: VerdictBodyProps) {
  const view = verdictView(state.investigation);
  return (
    <>
      <Kept state={state} />
      {view.kind === 'settled' ? (
        <SettledVerdict state={state} view={view} />
      ) : (
        <OpenVerdict state={state} view={view} hasChecks={hasChecks} outline={outline} />
      )}
    </>
  );
}

type Unsettled = Exclude<VerdictView, { kind: 'settled' }>;

interface OpenVerdictProps extends VerdictBodyProps {
  readonly view: Unsettled;
}

/**
 * What it still can be, what is waited for and what the engineer can enter. What it can be stands last while the sources
 * are asked: that list shrinks with every answer.
 */
function OpenVerdict({ state, view, hasChecks, outline }: OpenVerdictProps) {
  const { messages: t } = useTools();
  const { diagnosis } = state.investigation;
  // The engineer is the source: the form comes first and stays there, whatever else is found meanwhile.
  const byHand = isByHand(state);
  const fold = useFold(byHand);
  const [openedWhileAsked, setOpenedWhileAsked] = useState(false);
  const isOpen = view.kind === 'open';
  // The run may end while the form is open: it stays where it is until it is closed, and so does what stands above it.
  const isKept = fold.open && openedWhileAsked && !byHand;
  const areAwaited = isKept || (!isOpen && hasChecks);
  const awaited = areAwaited && <AwaitedChecks diagnosis={diagnosis} />;
  const found = isOpen ? <StillPossible state={state} view={view} /> : !hasChecks && outline;
  const others = isOpen && !diagnosis.facts.account.known && <OtherAddresses state={state} />;
  const foundFirst = !byHand && !isKept;
  return (
    <>
      {foundFirst && found}
      {foundFirst && others}
      {(isOpen || hasChecks || isKept || byHand) && (
        <Needed
          state={state}
          view={view}
          fold={fold}
          asLate={!byHand && (!isOpen || isKept)}
          onOpen={() => {
            setOpenedWhileAsked(!isOpen);
          }}
        />
      )}
      {awaited}
      {areAwaited && !isOpen && !view.anything && (
        <Possible state={state} view={view} lead={t('verdict.possible_pending')} />
      )}
      {!foundFirst && found}
      {!foundFirst && others}
    </>
  );
}

/** A line each, as high before its answer as with it: what an answer rests on comes with the result, below. */
function AwaitedChecks({ diagnosis: { trace, evidence } }: { readonly diagnosis: Diagnosis }) {
  return (
    <Plain $gap={0} data-wide>
      {trace
        .filter((step) => !isIdle(step))
        .map((step) => (
          <CheckRow key={step.check} step={step} evidence={evidence} short />
        ))}
    </Plain>
  );
}

type Settled = Extract<VerdictView, { kind: 'settled' }>;

interface SettledVerdictProps {
  readonly state: OpenState;
  readonly view: Settled;
}

function SettledVerdict({ state, view }: SettledVerdictProps) {
  const { messages: t } = useTools();
  const certainty = certaintyOf(state.investigation);
  // Two lines, where other words for it are to come.
  const [room] = useState(certainty === 'early' ? 32 : 0);
  // The customer may have an account with another address: of that nothing is certain.
  const isDoubtful = view.outcome === 'no_account' && isCertain(certainty);
  return (
    <>
      <MeaningAndReason state={state} outcome={view.outcome} />
      {view.outcome === 'no_known_cause' && <YoursToCheck state={state} />}
      {certainty !== undefined &&
        !isDoubtful &&
        (certainty === 'by_hand' ? (
          <ByHand diagnosis={state.investigation.diagnosis} />
        ) : (
          <>
            <Meta style={{ minHeight: room }}>{t(`certainty.${certainty}`)}</Meta>
            {certainty === 'provisional' && <CheckAgain />}
          </>
        ))}
      {view.also.length > 0 && (
        <Text>{t('verdict.also', { outcomes: outcomeNames(view.also, t) })}</Text>
      )}
      {view.mayAlso.length > 0 && (
        <Meta>{t('verdict.may_also', { outcomes: outcomeNames(view.mayAlso, t) })}</Meta>
      )}
      {view.also.map((outcome) => (
        <Fragment key={outcome}>{reasonFor(outcome, state)}</Fragment>
      ))}
      {!state.awaited && !isNeutral(state) && <Cautions state={state} />}
    </>
  );
}

interface MeaningAndReasonProps {
  readonly state: OpenState;
  readonly outcome: OutcomeId;
}

/** A reason that says both stands alone. */
function MeaningAndReason({ state, outcome }: MeaningAndReasonProps) {
  const { messages: t } = useTools();
  const reason = reasonFor(outcome, state);
  return (
    <>
      {!(saysBoth(outcome, state) && reason) && <Text>{t(`outcome.${outcome}.meaning`)}</Text>}
      {reason}
    </>
  );
}

/** What became of the mail, or which address was meant: the meaning in general would only say the title again. */
const saysBoth = (outcome: OutcomeId, { nearMiss }: OpenState): boolean =>
  outcome === 'reset_not_delivered' ||
  outcome === 'link_not_delivered' ||
  (outcome === 'no_account' && nearMiss !== undefined);

type Certainty = 'all' | 'enough' | 'early' | 'provisional' | 'rechecking' | 'by_hand';

/** `undefined` beside a caution that puts the cause itself in doubt, or an open check that could: nothing is certain there. */
export function certaintyOf({
  diagnosis,
  running,
  rechecking,
  cutOff,
}: InvestigationState): Certainty | undefined {
  const { trace, byHand } = diagnosis;
  if (byHand.length > 0) return 'by_hand';
  // From when it is stands there instead.
  if (cutOff) return undefined;
  if (rechecking) return 'rechecking';
  if (isProvisional(diagnosis)) return 'provisional';

  if (cautionsOfCause(diagnosis).length > 0) return undefined;
  const unanswered = trace.filter(isUnanswered);
  if (unanswered.length === 0) return 'all';
  if (unanswered.every(({ check, fact }) => isLeftOut(check, fact))) {
    return unanswered.some((step) => mayComeFirst(step, diagnosis)) ? undefined : 'enough';
  }
  return running ? 'early' : 'enough';
}

const isCertain = (certainty: Certainty | undefined): boolean =>
  certainty === 'all' || certainty === 'enough' || certainty === 'early';

/** Without an account there is nothing that could be unknown about it; what nobody asks and nothing hangs on is no gap. */
const isUnanswered = (step: TraceStep): boolean =>
  !step.fact.known && step.fact.why.kind !== 'no-account' && !isIdle(step);

/** An answer by hand to what nobody waits for could put a cause before the one that was found. */
function mayComeFirst({ conclusion }: TraceStep, { edition, verdict }: Diagnosis): boolean {
  if (conclusion.kind !== 'may-add' || verdict.kind !== 'settled') return false;
  const order = outcomesOf(edition);
  return conclusion.outcomes.some((id) => order.indexOf(id) < order.indexOf(verdict.outcome));
}

interface PossibleProps {
  readonly state: OpenState;
  readonly view: Unsettled;
}

/** Where nobody has answered, the way to ask again stands here, whatever the engineer has entered meanwhile. */
function StillPossible({ state, view }: PossibleProps) {
  const { messages: t } = useTools();
  const { diagnosis, cutOff } = state.investigation;
  return (
    <>
      {view.nothingKnown || view.anything ? (
        <Text>{t(whyAnything())}</Text>
      ) : (
        <Possible state={state} view={view} lead={t('verdict.possible')} />
      )}
      {!hasAnswers(diagnosis.evidence) && (
        <div>
          <CheckAgain />
        </div>
      )}
    </>
  );

  function whyAnything() {
    if (!view.nothingKnown) return 'verdict.all_possible';
    if (!cutOff) return 'verdict.nothing_text';
    return state.offline ? 'offline.nothing' : 'verdict.unreached';
  }
}

function Possible({ state, view, lead }: PossibleProps & { readonly lead: string }) {
  const { messages: t } = useTools();
  const { diagnosis } = state.investigation;
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
      {diagnosis.byHand.length > 0 && <ByHand diagnosis={diagnosis} />}
    </>
  );
}

/** What rests on the engineer's word; of accounts that differ, the choice can be taken back right here. */
function ByHand({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { messages: t } = useTools();
  return (
    <Meta>
      {byHandWords(diagnosis, t)}
      {usedAccountOf(diagnosis.evidence) && (
        <>
          {' '}
          <UndoChoice of={t('hand.account_used')} />
        </>
      )}
    </Meta>
  );
}
