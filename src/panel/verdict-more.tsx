import type { ReactNode } from 'react';
import styled from 'styled-components';
import { sameAddress } from '../address/address';
import type { OpenState } from '../app/panel-contract';
import { type Mail, arrivalOf } from '../diagnosis/answers';
import { type CautionId, cautionsOfCause } from '../diagnosis/cautions';
import { type Evidence, accountAnswerOf, lastConfirmation, newestOf } from '../diagnosis/evidence';
import type { OutcomeId } from '../diagnosis/rules';
import { AskedPart } from './deferred-part';
import { QuietAction, keepFocus } from './folds';
import { OutLink } from './garden';
import { Icon, Meta, Plain, Row } from './primitives';
import { useTools } from './tools';

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

/** What the receiving server or Mailgun said of the newest such mail, and what clears it. */
function whyNotDelivered(check: 'portal_reset' | 'sign_in_link', { investigation }: OpenState) {
  const { evidence, byHand } = investigation.diagnosis;
  const mail = newestOf(check, evidence);
  return mail && !byHand.includes(check) && <WhyOfMail mail={mail} evidence={evidence} />;
}

interface WhyOfMailProps {
  readonly mail: Mail;
  readonly evidence: Evidence;
}

/** Also of one that is still being tried. */
export function WhyOfMail({ mail, evidence }: WhyOfMailProps) {
  return (
    <AskedPart outline={null}>
      {({ WhyLost }) => <WhyLost mail={mail} evidence={evidence} />}
    </AskedPart>
  );
}

/** The reply sends the customer to look for a mail: worth knowing when the last one did not get through. */
function lostConfirmation({ investigation }: OpenState) {
  const mail = lastConfirmation(investigation.diagnosis.evidence);
  return (
    mail &&
    arrivalOf(mail.outcome) === 'lost' && (
      <AskedPart outline={null}>
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

/** Somebody else's, as far as anybody knows, but named in the ticket: often that account is meant. Not who is in copy. */
const namedInTicket = ({ candidates, selected }: OpenState) =>
  candidates.filter(
    ({ own, origin, address }) =>
      !own && origin !== 'cc' && origin !== 'typed' && !sameAddress(address, selected.address),
  );

/** More of them are a press on "Change" away. */
const mostNamed = 3;

/** Whether the account may be under an address of the requester that is on offer. */
export const mayBeElsewhere = (state: OpenState): boolean =>
  state.nearMiss !== undefined || otherOwnAddresses(state).length > 0;

/** No account with this address: the typing error first, then accounts that look like it, then the requester's others. */
export function OtherAddresses({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const { selected, nearMiss } = state;
  const lookAlikes = accountAnswerOf(state.investigation.diagnosis.evidence)?.lookAlikes ?? [];
  const isAbsent = state.investigation.diagnosis.facts.account.known;
  const own = otherOwnAddresses(state);
  const named = namedInTicket(state).slice(0, mostNamed);
  // They come together: none pushes another away.
  if (state.awaited) return null;
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
      {isAbsent && named.length > 0 && (
        <AddressButtons
          words={t('address.in_ticket')}
          addresses={named.map(({ address }) => address)}
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

/** The mark stands where the card's own does. */
const Caution = styled.li`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 8px;
  justify-items: start;

  > svg {
    margin: 5px 0 0 1px;
  }
`;

/** What to make sure of before the reply is inserted: a line each, and the line is the link to do it. */
export function Cautions({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const cautions = cautionsOfCause(state.investigation.diagnosis);
  if (cautions.length === 0) return null;
  return (
    <div data-wide>
      <Meta as="h3">{t('caution.heading')}</Meta>
      <Plain $gap={0} aria-label={t('caution.heading')}>
        {cautions.map(({ id, link }) => (
          <Caution key={id} data-caution={id}>
            <Icon tone="cause" size={14} />
            <OutLink href={whereToLook(id, state) ?? link}>{t(`caution.${id}.do`)}</OutLink>
          </Caution>
        ))}
      </Plain>
    </div>
  );
}

/** The very page that answers the caution, where there is one. */
function whereToLook(id: CautionId, { links }: OpenState): string | undefined {
  if (id === 'login_may_be_admin_block' || id === 'login_off_needs_history') {
    return links.customersdotHistory;
  }
  if (id === 'portal_sends_links' || id === 'portal_sends_resets') return links.mailgunLogs;
  return id === 'password_sign_in_deprecated' ? links.portalReset : undefined;
}
