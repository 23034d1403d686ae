import { useState } from 'react';
import styled from 'styled-components';
import type { OpenState, ReplyState } from '../app/panel-contract';
import { type CautionId, cautionsOfCause, isProvisional } from '../diagnosis/cautions';
import { hasAnswers } from '../diagnosis/evidence';
import { closedWords, strangersWords } from '../replies/readers-in-words';
import { type Language, languages } from '../shared/reply';
import type { Messages } from '../wording/translate';
import { leftoverWords } from './announcements';
import { Banner } from './deferred-part';
import { Disclosure, QuietAction, keepFocus } from './folds';
import { Action, Cancel, IconLine } from './garden';
import { Meta, Row, Stack } from './primitives';
import { isYours } from './needed';
import { ReplyCard } from './reply-card';
import { color, radius, small } from './theme';
import { useTools } from './tools';
import { mayBeElsewhere } from './verdict-more';
import { Aftermath, TakeOut, asksFor, deliberate, useInsertion } from './insertion';

/** A neutral reply that is offered only because nobody could be reached waits for a press. */
export function ReplyList({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const [open, setOpen] = useState(false);
  const { evidence } = state.investigation.diagnosis;
  if (!isQuiet(state) || hasAnswers(evidence)) return <Replies state={state} />;
  return (
    <Disclosure title={t('reply.neutral_heading')} open={open} onToggle={setOpen}>
      <Replies state={state} />
    </Disclosure>
  );
}

/** Each suggested reply with its words and the ways into the composer. */
function Replies({ state }: { readonly state: OpenState }) {
  const { messages: t, setup } = useTools();
  const { replies, warnings, disclosure } = state;
  // Several of them say the same of this reply: the first, which is about every mail, stands for all.
  const [warning] = warnings;
  const joined = joinedOf(replies);
  const standsOut =
    setup.unsafe.length === 0 &&
    warning?.kind !== 'undeliverable-in-zendesk' &&
    !isLookedAtFirst(state);
  const mayNotArrive = warning && <IconLine tone="cause">{t(`warning.${warning.kind}`)}</IconLine>;
  return (
    <>
      {disclosure.kind === 'closed' && (
        <Banner>
          <div>{closedWords(disclosure.why, t)}</div>
          <div>{t('reply.neutral_why')}</div>
        </Banner>
      )}
      {disclosure.kind === 'strangers' && <Banner>{strangersWords(disclosure.people, t)}</Banner>}
      <CustomersLanguage state={state} />
      <Stack $gap={12}>
        {replies.map((reply, index) => (
          <ReplyCard
            // What a press said of the one composer is not true of the other.
            key={`${reply.suggestion.name} ${state.ticket.composer}`}
            state={reply}
            warnings={index === 0 && mayNotArrive}
            short={isCrowded(state)}
            foremost={index === 0 && !isQuiet(state)}
            primary={replies.length === 1 && standsOut}
            insertWords={insertWordsFor(state, t)}
            joined={joined !== undefined}
            below={belowWords(state, t)}
            macroWorks={state.ticket.channel.richText}
          />
        ))}
      </Stack>
      {replies.length > 1 && (
        <InsertAll count={replies.length} inserted={joined} primary={standsOut} />
      )}
      <LanguageChoice state={state} />
    </>
  );
}

/** Of a former reply more than that it stands there: one press would put both into one message. */
function belowWords({ leftover, draft }: OpenState, t: Messages): string | undefined {
  if (leftover) return leftoverWords(leftover, t);
  return draft === 'started' ? t('reply.below_draft') : undefined;
}

/** Nobody could be reached: what is offered all the same does not stand out, unless the engineer has answered. */
const isQuiet = ({ investigation: { cutOff, diagnosis } }: OpenState): boolean =>
  cutOff && diagnosis.byHand.length === 0;

/**
 * A former reply that still stands in the composer, where this one would go below it; another address of the requester,
 * a check that is the engineer's, a log that may be late or an email of a kind that the
 * portal should not send may change the reply: it does not stand out yet.
 */
function isLookedAtFirst(state: OpenState): boolean {
  const { diagnosis } = state.investigation;
  const { verdict, trace } = diagnosis;
  if (state.leftover !== undefined) return true;
  if (verdict.kind !== 'settled') return false;
  if (isProvisional(diagnosis)) return true;
  if (cautionsOfCause(diagnosis).some(({ id }) => isOfOtherMails(id))) return true;
  if (verdict.outcome === 'no_account') return mayBeElsewhere(state);
  return verdict.outcome === 'no_known_cause' && trace.some(isYours);
}

const isOfOtherMails = (id: CautionId): boolean =>
  id === 'portal_sends_links' || id === 'portal_sends_resets';

/** Whether there is more than the verdict to be read before the button. */
const isCrowded = ({
  warnings,
  nearMiss,
  disclosure,
  investigation: { diagnosis },
}: OpenState): boolean =>
  warnings.length > 0 ||
  (diagnosis.verdict.kind === 'settled' && saysWhyLost.has(diagnosis.verdict.outcome)) ||
  nearMiss !== undefined ||
  disclosure.kind !== 'open' ||
  cautionsOfCause(diagnosis).length > 0;

/** Their verdict says at length what became of the mail. */
const saysWhyLost: ReadonlySet<string> = new Set(['reset_not_delivered', 'link_not_delivered']);

/** Put there by one press, as one message: it is said and taken out once, not with each. */
function joinedOf(replies: OpenState['replies']): ReplyState['inserted'] {
  const [first, ...others] = replies.map(({ inserted }) => inserted);
  const areOne = others.length > 0 && others.every((each) => each?.at === first?.at);
  return areOne ? first : undefined;
}

interface InsertAllProps {
  readonly count: number;
  readonly inserted: ReplyState['inserted'];
  readonly primary: boolean;
}

/** Every reply as one message, in the order in which the customer has to act: what most tickets with several need. */
function InsertAll({ count, inserted, primary }: InsertAllProps) {
  const { messages: t, actions } = useTools();
  const { busy, result, toldOf, run, cancel } = useInsertion(inserted);
  const insertFor = asksFor(toldOf('insert'));
  return (
    <Stack $gap={4}>
      <Row>
        <Action
          primary={primary && inserted === undefined && insertFor === 'first'}
          data-action={insertFor === 'anyway' ? 'insert-all-anyway' : 'insert-all'}
          aria-busy={busy}
          {...deliberate(() => {
            void run('insert', (options) => actions.insertAll(options));
          })}
        >
          {insertFor === 'first'
            ? t(count === 2 ? 'reply.insert_both' : 'reply.insert_all', { count })
            : t(`reply.insert_${insertFor}`)}
        </Action>
        {insertFor !== 'first' && <Cancel onCancel={cancel} />}
      </Row>
      <Aftermath result={result} inserted={inserted} />
      {inserted?.canTakeOut === true && <TakeOut />}
    </Stack>
  );
}

/** Where the words are in another language than the customer's: one press changes them. */
function CustomersLanguage({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { requesterLanguage } = state;
  const unspoken = unspokenLanguage(state.ticket.requester?.locale, t);
  if (unspoken !== undefined) {
    return <Meta>{t('reply.unspoken', { language: unspoken })}</Meta>;
  }
  if (shownLanguage(state) === requesterLanguage) return null;
  return (
    <Row>
      <Meta>
        {t('reply.customer_writes')}{' '}
        <span lang={requesterLanguage}>{t(`language.${requesterLanguage}`)}</span>
      </Meta>
      <QuietAction
        data-action="use-language"
        onClick={(event) => {
          keepFocus(event);
          actions.chooseReplyLanguage(requesterLanguage);
        }}
      >
        {t('reply.use_language')}
      </QuietAction>
    </Row>
  );
}

/** The app's macros are written in English; so are most teams' own. */
const shownLanguage = (state: OpenState): Language =>
  state.replyLanguage ?? bundledLanguage(state) ?? 'en';

/** Where the customer writes another language, the button says which it inserts. */
function insertWordsFor(state: OpenState, t: Messages): string {
  const shown = shownLanguage(state);
  const isKnown = state.replyLanguage !== undefined || bundledLanguage(state) !== undefined;
  return shown !== state.requesterLanguage && (isKnown || isOurMacro(state))
    ? t('reply.insert_in', { language: t(`language.${shown}`) })
    : t('reply.insert');
}

/** A language that no reply is in, by its name in the agent's. */
function unspokenLanguage(locale: string | undefined, { language }: Messages): string | undefined {
  const [code = ''] = (locale ?? '').trim().toLowerCase().split(/[-_]/);
  if (!/^[a-z]{2,3}$/.test(code) || languages.some((one) => one.startsWith(code))) return undefined;
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code);
}

function bundledLanguage({ replies }: OpenState): Language | undefined {
  const [text] = replies.map((reply) => reply.text);
  return text?.state === 'ready' && text.reply.origin.kind === 'bundled'
    ? text.reply.origin.language
    : undefined;
}

/** Written in English, as it comes with the app. */
const isOurMacro = ({ replies: [first] }: OpenState): boolean =>
  first?.text.state === 'ready' &&
  first.text.reply.origin.kind === 'macro' &&
  !first.text.reply.origin.ownMacro;

/** As wide as there is room: the languages' names must not widen the panel. */
const Label = styled(Meta)`
  min-width: 0;
  max-width: 100%;
`;

const Select = styled.select`
  min-height: 28px;
  max-width: 100%;
  padding: 0 4px;
  border: 1px solid ${color('border.emphasis')};
  border-radius: ${radius};
  background: ${color('background.default')};
  color: inherit;
  font: inherit;
  font-size: ${small.size};
`;

/** The macro's own words, or the app's text in a language of the engineer's choice. */
function LanguageChoice({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const customers = t(`language.${state.requesterLanguage}`);
  return (
    <Row>
      <Label as="label">
        {t('reply.language')}{' '}
        <Select
          value={state.replyLanguage ?? ''}
          onChange={({ target }) => {
            actions.chooseReplyLanguage(languages.find((language) => language === target.value));
          }}
        >
          <option value="">
            {isOurMacro(state) ? t('reply.language_our_macro') : t('reply.language_macro')}
          </option>
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {language === state.requesterLanguage
                ? t('reply.language_auto', { language: customers })
                : t(`language.${language}`)}
            </option>
          ))}
        </Select>
      </Label>
    </Row>
  );
}
