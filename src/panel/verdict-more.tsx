import { type MouseEvent, type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { sameAddress } from '../address/address';
import type { OpenState } from '../app/panel-contract';
import { arrivalOf } from '../diagnosis/answers';
import type { CheckId } from '../diagnosis/checks';
import type { TraceStep } from '../diagnosis/diagnosis';
import { accountAnswerOf, isLeftOut, lastConfirmation, newestOf } from '../diagnosis/evidence';
import type { OutcomeId } from '../diagnosis/rules';
import { OnTheirWay, isOnItsWay } from './announcements';
import { KeepsFocus, canBeAnswered, isOfOneAccount, isPending } from './check-row';
import { AskedPart } from './deferred-part';
import { type Fold, QuietAction, keepFocus } from './folds';
import { Action, OutLink } from './garden';
import { Bone, Meta, Row } from './primitives';
import { useTools } from './tools';
import type { VerdictView } from './verdict';

/** Only the neutral reply is offered: what makes the cause doubtful then concerns the note, not the reply. */
export const isNeutral = ({ replies }: OpenState): boolean =>
  replies.some(({ suggestion }) => suggestion.role === 'neutral');

/** Why it is so and what clears it, where there is more to say of an outcome than its meaning. */
export function reasonFor(outcome: OutcomeId, state: OpenState): ReactNode {
  switch (outcome) {
    case 'reset_not_delivered':
      return whyNotDelivered('portal_reset', state);
    case 'link_not_delivered':
      return whyNotDelivered('sign_in_link', state);
    case 'unconfirmed':
      return lostConfirmation(state);
    case 'no_account':
      return <OtherAddresses state={state} />;
    case 'no_known_cause':
      return <NextInHandbook href={state.links.handbook} />;
    case 'reseller':
    case 'wrong_site_reset':
    case 'no_reset_mail':
    case 'login_blocked':
    case 'login_off':
    case 'gitlab_reset_instead_of_link':
    case 'no_mail':
    case 'link_expired':
    case 'not_linked':
    case 'linked_elsewhere':
    case 'enterprise_without_password':
      return null;
  }
}

/** Of most such lines at 320 px. */
const whyHeight = 108;
const confirmationHeight = 96;

/** What the receiving server or Mailgun said of the newest such mail, and what clears it. */
function whyNotDelivered(check: 'portal_reset' | 'sign_in_link', { investigation }: OpenState) {
  const { evidence, byHand } = investigation.diagnosis;
  const mail = newestOf(check, evidence);
  return (
    mail &&
    !byHand.includes(check) && (
      <AskedPart outline={<Bone $height={whyHeight} />}>
        {({ WhyLost }) => <WhyLost mail={mail} evidence={evidence} />}
      </AskedPart>
    )
  );
}

/** The reply sends the customer to look for a mail: worth knowing when the last one did not get through. */
function lostConfirmation({ investigation }: OpenState) {
  const mail = lastConfirmation(investigation.diagnosis.evidence);
  return (
    mail &&
    arrivalOf(mail.outcome) === 'lost' && (
      <AskedPart outline={<Bone $height={confirmationHeight} />}>
        {({ LostConfirmation }) => <LostConfirmation mail={mail} />}
      </AskedPart>
    )
  );
}

function NextInHandbook({ href }: { readonly href: string }) {
  const { messages: t } = useTools();
  return <OutLink href={href}>{t('reason.handbook_next')}</OutLink>;
}

/** The requester's other verified addresses: any of them may have the account. */
const otherOwnAddresses = ({ candidates, selected }: OpenState) =>
  candidates.filter(({ own, address }) => own && !sameAddress(address, selected.address));

/** Whether the account may be under an address that is on offer. */
export const mayBeElsewhere = (state: OpenState): boolean =>
  state.nearMiss !== undefined || otherOwnAddresses(state).length > 0;

/** No account with this address: the typing error first, then accounts that look like it, then the requester's others. */
export function OtherAddresses({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { selected, nearMiss } = state;
  const lookAlikes = accountAnswerOf(state.investigation.diagnosis.evidence)?.lookAlikes ?? [];
  const isAbsent = state.investigation.diagnosis.facts.account.known;
  const own = otherOwnAddresses(state);
  return (
    <>
      {nearMiss !== undefined && (
        <>
          <AddressButtons words={t('address.near_miss')} addresses={[nearMiss]} />
          {selected.origin === 'requester' && (
            <Meta>{t('address.reply_goes_to', { address: selected.address })}</Meta>
          )}
        </>
      )}
      {lookAlikes.length > 0 && (
        <AddressButtons words={t('address.look_alikes')} addresses={lookAlikes} />
      )}
      {isAbsent && own.length > 0 && (
        <AddressButtons
          words={t('address.check_too')}
          addresses={own.map(({ address }) => address)}
        />
      )}
    </>
  );
}

interface AddressButtonsProps {
  readonly words: string;
  readonly addresses: readonly string[];
}

/** Said, and one press away: never checked by itself. */
function AddressButtons({ words, addresses }: AddressButtonsProps) {
  const { messages: t, actions } = useTools();
  return (
    <Row>
      <Meta>{words}</Meta>
      {addresses.map((address) => (
        <QuietAction
          key={address}
          aria-label={t('address.check_this', { address })}
          onClick={(event) => {
            keepFocus(event);
            actions.selectAddress(address);
          }}
        >
          {address}
        </QuietAction>
      ))}
    </Row>
  );
}

type Unsettled = Exclude<VerdictView, { kind: 'settled' }>;

/** CustomersDot is not asked: the engineer is the source. */
export const isByHand = ({ settings }: OpenState): boolean => settings.lookup.way === 'by-hand';

export const Parts = styled(KeepsFocus)`
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
      <OnTheirWay steps={onTheirWay} evidence={evidence} />
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
    </Parts>
  );
}

interface CheckButtonsProps {
  readonly steps: readonly TraceStep[];
  readonly fold: Fold;
  readonly onOpen: (event: MouseEvent<HTMLElement>, check: CheckId) => void;
}

/** Each opens the form in place at its own check. Accounts that differ are one question, whatever they differ in. */
export function CheckButtons({ steps, fold, onOpen }: CheckButtonsProps) {
  const { messages: t } = useTools();
  const ofAccount = steps.find(isOfOneAccount);
  return steps
    .filter((step) => step === ofAccount || !isOfOneAccount(step))
    .map((step) => {
      const { check } = step;
      const name = step === ofAccount ? t('hand.which_account') : t(`check.${check}`);
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
}

/** The answers by hand, where the button for them was pressed. */
export function FormInPlace({ state, steps, fold, first }: FormInPlaceProps) {
  const { messages: t } = useTools();
  if (!fold.open) return null;
  return (
    <>
      <AskedPart outline={null}>
        {({ HandForm }) => <HandForm state={state} steps={steps} id={fold.id} first={first} />}
      </AskedPart>
      <div>
        <Action
          aria-label={t('hand.choice', {
            answer: t('address.close'),
            check: t('hand.enter_any'),
          })}
          onClick={fold.close}
        >
          {t('address.close')}
        </Action>
      </div>
    </>
  );
}
