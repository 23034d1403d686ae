import { Field, Textarea } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { AppState, BlockedState } from '../app/panel-contract';
import { type Failure, exhaustive } from '../shared/failure';
import { visibleText } from '../shared/text';
import { failureWords } from '../wording/findings-in-words';
import { AddressChoice } from './choices';
import { SetupPart } from './deferred-part';
import { keepFocus } from './folds';
import { Action } from './garden';
import { Meta, Stack, Text, Title } from './primitives';
import { small } from './theme';
import { useTools } from './tools';

/** The chunk of what few tickets show, and then mostly at a press: forms, the editor, the decision, why nothing is asked. */
export { AddressChoice };
export { DecisionBody } from './decision-picture';
export { HandForm } from './hand-form';
export { LostConfirmation, MailList, WhyLost } from './mail-list';

interface NoteEditorProps {
  readonly id: string;
  readonly value: string;
  /** What is typed by then would be neither posted nor kept. */
  readonly isPosting: boolean;
  readonly onChange: (text: string) => void;
}

/** The note as it will be posted, to be changed at will. */
export function NoteEditor({ id, value, isPosting, onChange }: NoteEditorProps) {
  const { messages: t } = useTools();
  return (
    <Field id={id}>
      <Field.Label isRegular>{t('note.text')}</Field.Label>
      <Textarea
        isCompact
        isResizable
        minRows={10}
        maxRows={24}
        value={value}
        readOnly={isPosting}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Field>
  );
}

const Narrow = styled(Alert)`
  padding: 8px 10px 8px 36px;
  font-size: ${small.size};
  line-height: ${small.line};

  > svg {
    top: 8px;
    left: 12px;
  }

  @media (forced-colors: active) {
    > svg {
      color: CanvasText;
    }
  }
`;

/** The live region says what it is about, so it is no region of its own. */
export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <Narrow type="warning" role={null as unknown as undefined}>
      {children}
    </Narrow>
  );
}

/** Why nothing can be judged: outside Zendesk, without settings or an address, or on a ticket that is left alone. */
export function Blocked({ state }: { readonly state: BlockedState }) {
  switch (state.kind) {
    case 'outside-zendesk':
      return <OutsideZendesk why={state.why} />;
    case 'zendesk-failed':
      return <ZendeskFailed failure={state.failure} />;
    case 'settings-broken':
      return <SettingsNotice {...state} />;
    case 'no-address':
      return <NoAddress {...state} />;
    case 'not-of-interest':
      return <NotOfInterest />;
    default:
      return exhaustive(state);
  }
}

type NoAddressProps = Pick<Extract<AppState, { kind: 'no-address' }>, 'found' | 'candidates'>;

function NoAddress({ found, candidates }: NoAddressProps) {
  const { messages: t } = useTools();
  const title = found === undefined ? t('no_address.title') : t('no_address.bad_title');
  return (
    <Notice title={title}>
      {found !== undefined && <Text>{t('no_address.found', { found: visibleText(found) })}</Text>}
      <Text>{t('no_address.text')}</Text>
      <AddressChoice candidates={candidates} selected={undefined} />
    </Notice>
  );
}

/** One quiet line and a button: nothing was asked of anybody. */
function NotOfInterest() {
  const { messages: t, actions } = useTools();
  return (
    <Stack data-verdict="blocked">
      <Meta>{t('not_of_interest.text')}</Meta>
      <div>
        <Action
          onClick={(event) => {
            keepFocus(event);
            actions.runAnyway();
          }}
        >
          {t('not_of_interest.run')}
        </Action>
      </div>
    </Stack>
  );
}

type OutsideZendeskProps = Pick<Extract<AppState, { kind: 'outside-zendesk' }>, 'why'>;

/** Opened on its own, or cut off from Zendesk: the two call for different things. */
function OutsideZendesk({ why }: OutsideZendeskProps) {
  const { messages: t } = useTools();
  return why === 'sdk-missing' ? (
    <Notice title={t('outside.no_sdk.title')} text={t('outside.no_sdk.text')} />
  ) : (
    <Notice title={t('outside.title')} text={t('outside.text')} />
  );
}

function ZendeskFailed({ failure }: { readonly failure: Failure }) {
  const { messages: t } = useTools();
  const { what, next } = failureWords(failure, t);
  return (
    <Notice title={t('zendesk_failed.title')} text={`${what} ${next}`}>
      <RefreshAction />
    </Notice>
  );
}

type SettingsBrokenProps = Pick<
  Extract<AppState, { kind: 'settings-broken' }>,
  'problems' | 'isAdmin'
>;

function SettingsNotice(broken: SettingsBrokenProps) {
  const { messages: t } = useTools();
  return (
    <Notice title={t('settings.title')}>
      <SetupPart>{({ SettingsBroken }) => <SettingsBroken {...broken} />}</SetupPart>
      <RefreshAction />
    </Notice>
  );
}

function RefreshAction() {
  const { messages: t, actions } = useTools();
  return (
    <div>
      <Action
        onClick={(event) => {
          keepFocus(event);
          actions.refresh();
        }}
      >
        {t('footer.refresh')}
      </Action>
    </div>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** A state in which there is nothing to judge: what is the matter, and what to do. */
function Notice({ title, text, children }: NoticeProps) {
  return (
    <Stack data-verdict="blocked" $gap={12}>
      <Title>{title}</Title>
      {text !== undefined && <Text>{text}</Text>}
      {children}
    </Stack>
  );
}
