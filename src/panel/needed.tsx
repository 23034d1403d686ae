import { Fragment, type MouseEvent, useState } from 'react';
import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import type { CheckId } from '../diagnosis/checks';
import type { TraceStep } from '../diagnosis/diagnosis';
import { type Evidence, hasAnswers, isLeftOut, newestOf } from '../diagnosis/evidence';
import { KeepsFocus, canBeAnswered, isOfOneAccount, isPending } from './check-row';
import { AskedPart } from './deferred-part';
import { type Fold, QuietAction, keepFocus, useFold } from './folds';
import { Action } from './garden';
import { Meta, Row } from './primitives';
import { useTools } from './tools';
import type { VerdictView } from './verdict';
import { WhyOfMail } from './verdict-more';

type Unsettled = Exclude<VerdictView, { kind: 'settled' }>;

/** CustomersDot is not asked: the engineer is the source. */
export const isByHand = ({ settings }: OpenState): boolean => settings.lookup.way === 'by-hand';

const Parts = styled(KeepsFocus)`
  display: grid;
  gap: 8px;
  padding-bottom: 4px;
`;

interface NeededProps {
  readonly state: OpenState;
  readonly view: Unsettled;
  readonly fold: Fold;
  /** One button for all of them, which stays where it is while one answer after the other comes. */
  readonly asLate: boolean;
  readonly onOpen: () => void;
}

/** The checks without an answer, each a button that opens all of them as one form, right here. */
export function Needed({ state, view, fold, asLate, onOpen }: NeededProps) {
  const { messages: t } = useTools();
  const { trace, byHand, evidence } = state.investigation.diagnosis;
  const [first, setFirst] = useState<CheckId>();
  const isAsked = (step: TraceStep) => canBeAnswered(step) && !isLeftOut(step.check, step.fact);
  const answerable = trace.filter(isAsked);
  const inForm = trace.filter((step) => isAsked(step) || byHand.includes(step.check));
  const settling = new Set(view.possible.flatMap(({ settledBy }) => settledBy));
  const needed = answerable.filter(
    (step) => !isPending(step) && (settling.size === 0 || settling.has(step.check)),
  );
  const missing = needed.filter((step) => !isOnItsWay(step, evidence));
  const onTheirWay = needed.filter((step) => isOnItsWay(step, evidence));
  const [next] = answerable;
  const isKept = asLate && fold.open;
  if (!isKept && (next === undefined || (missing.length === 0 && !asLate))) {
    return <OnTheirWay steps={onTheirWay} evidence={evidence} />;
  }

  function open(event: MouseEvent<HTMLElement>, check: CheckId | undefined): void {
    setFirst(check);
    if (fold.open && (asLate || first === check)) {
      fold.close();
      return;
    }
    onOpen();
    fold.show(event);
  }

  return (
    <Parts onKeyDown={fold.onKeyDown}>
      <Row>
        {asLate ? (
          <KeepsFocus>
            <QuietAction
              {...fold.opener}
              data-action="answer"
              onClick={(event) => {
                open(event, next?.check);
              }}
            >
              {t('hand.enter_any')}
            </QuietAction>
          </KeepsFocus>
        ) : (
          <>
            <Meta>{t('verdict.needed')}</Meta>
            <CheckButtons steps={missing} fold={fold} onOpen={open} />
          </>
        )}
      </Row>
      <FormInPlace state={state} steps={inForm} fold={fold} first={first} />
      {/* Said as soon as the log answers, and at length: below what can be pressed by then. */}
      <OnTheirWay steps={onTheirWay} evidence={evidence} />
    </Parts>
  );
}

interface CheckButtonsProps {
  readonly steps: readonly TraceStep[];
  readonly fold: Fold;
  readonly onOpen: (event: MouseEvent<HTMLElement>, check: CheckId) => void;
}

/** Each opens the form in place at its own check. Accounts that differ are one question, whatever they differ in. */
function CheckButtons({ steps, fold, onOpen }: CheckButtonsProps) {
  const { messages: t } = useTools();
  const ofAccount = steps.find(isOfOneAccount);
  return steps
    .filter((step) => step === ofAccount || !isOfOneAccount(step))
    .map((step) => {
      const { check } = step;
      const name = step === ofAccount ? t('hand.account_used') : t(`check.${check}`);
      return (
        <QuietAction
          key={check}
          {...fold.opener}
          data-action="answer"
          aria-label={t('hand.enter', { what: name })}
          onClick={(event) => {
            onOpen(event, check);
          }}
        >
          {name}
        </QuietAction>
      );
    });
}

interface FormInPlaceProps {
  readonly state: OpenState;
  readonly steps: readonly TraceStep[];
  readonly fold: Fold;
  readonly first: CheckId | undefined;
  /** Whose name stands above it: of all that has to be entered where it is left out. */
  readonly of?: string;
}

/** The answers by hand, where the button for them was pressed. */
export function FormInPlace({ state, steps, fold, first, of }: FormInPlaceProps) {
  const { messages: t } = useTools();
  if (!fold.open) return null;
  return (
    <>
      <AskedPart outline={null}>
        {({ HandForm }) => (
          <HandForm state={state} steps={steps} id={fold.id} first={first} isNamed={!!of} />
        )}
      </AskedPart>
      <div>
        <Action
          aria-label={t('hand.choice', {
            answer: t('address.close'),
            check: of ?? t('hand.enter_any'),
          })}
          onClick={fold.close}
        >
          {t('address.close')}
        </Action>
      </div>
    </>
  );
}

/** What no lookup says, and what could still be the cause. */
export const isYours = ({ check, fact, conclusion }: TraceStep): boolean =>
  isLeftOut(check, fact) && conclusion.kind === 'may-add';

/** Where no cause was found: the engineer's to look at first. */
export function YoursToCheck({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { trace, byHand } = state.investigation.diagnosis;
  const [first, setFirst] = useState<CheckId>();
  const fold = useFold();
  const open = trace.filter(isYours);
  if (open.length === 0) return null;
  return (
    <Parts onKeyDown={fold.onKeyDown}>
      <Row>
        <Meta>{t('verdict.yours')}</Meta>
        <CheckButtons
          steps={open}
          fold={fold}
          onOpen={(event, check) => {
            setFirst(check);
            if (fold.open && first === check) fold.close();
            else fold.show(event);
          }}
        />
      </Row>
      <FormInPlace
        state={state}
        steps={trace.filter((step) => isYours(step) || byHand.includes(step.check))}
        fold={fold}
        first={first}
      />
    </Parts>
  );
}

interface OnTheirWayProps {
  readonly steps: readonly TraceStep[];
  readonly evidence: Evidence;
}

/** What nobody can answer yet. */
function OnTheirWay({ steps, evidence }: OnTheirWayProps) {
  const { messages: t } = useTools();
  if (steps.length === 0) return null;
  return (
    <>
      {steps.map(({ check }) => {
        const mail = newestOf(check, evidence);
        return (
          mail && (
            <Fragment key={check}>
              <Meta>
                {t('verdict.underway', { check: t(`check.${check}`), time: t.time(mail.sentAt) })}
              </Meta>
              <div>
                <CheckAgain />
              </div>
              <WhyOfMail mail={mail} evidence={evidence} />
            </Fragment>
          )
        );
      })}
    </>
  );
}

/** Mailgun is still at the newest such mail: there is no answer to look up. */
function isOnItsWay({ check, fact }: TraceStep, evidence: Evidence): boolean {
  if (fact.known || fact.why.kind !== 'underway') return false;
  const outcome = newestOf(check, evidence)?.outcome;
  return outcome === 'retrying' || outcome === 'accepted';
}

/** The last round reached nobody: since when what is shown is known, and the way to ask again. */
export function Kept({ state: { investigation } }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { cutOff, checkedAt, diagnosis } = investigation;
  if (!cutOff || checkedAt === undefined || !hasAnswers(diagnosis.evidence)) return null;
  return (
    <Row>
      <Meta>{t('verdict.kept', { time: t.time(checkedAt) })}</Meta>
      <CheckAgain />
    </Row>
  );
}

/** Nothing that was entered is lost by it. */
export function CheckAgain() {
  const { messages: t, actions } = useTools();
  return (
    <QuietAction
      data-action="check-again"
      onClick={(event) => {
        keepFocus(event);
        actions.refresh();
      }}
    >
      {t('verdict.again')}
    </QuietAction>
  );
}
