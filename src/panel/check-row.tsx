import { type HTMLAttributes, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import type { Unknown } from '../diagnosis/checks';
import type { TraceStep } from '../diagnosis/diagnosis';
import { type Evidence, lastConfirmation, usedAccountOf } from '../diagnosis/evidence';
import { exhaustive } from '../shared/failure';
import { visibleText } from '../shared/text';
import {
  accountLines,
  answerWords,
  failureWords,
  noneFoundWords,
  usedWords,
  whyWords,
} from '../wording/findings-in-words';
import type { Messages } from '../wording/translate';
import { OutLink, Undo, UndoChoice } from './garden';
import { Hidden, Icon, Meta, Row, Stack, Strong, type Tone } from './primitives';
import { small } from './theme';
import { useTools } from './tools';

const Item = styled.li<{ readonly $more: number }>`
  display: grid;
  min-height: ${({ $more }) => 24 + $more}px;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 0 8px;

  > svg {
    margin-top: 4px;
  }
`;

/**
 * An answer beside a name of two lines stands at the first; one that has no room there keeps its edge. Where it is
 * fixed the name breaks where it does, whatever the answer; at twice the size they stand below each other.
 */
const Line = styled.div<{ readonly $fixed: boolean }>`
  display: flex;
  flex-wrap: wrap;
  align-items: start;
  justify-content: end;
  gap: 0 8px;
  min-height: 24px;

  > :first-child {
    flex: 1 1 112px;
    text-wrap: wrap;
  }

  > :first-child,
  > :nth-child(2) {
    margin-top: 2px;
    line-height: 20px;
  }

  @media (min-width: 270px) {
    ${({ $fixed }) =>
      $fixed &&
      `flex-wrap: nowrap; > :nth-child(2) { flex: 0 0 92px; font-size: ${small.size}; text-align: end; }`}
  }
`;

/** An answer that comes takes its buttons away: a focus that was in them waits on the nearest place that stays. */
export function KeepsFocus(attributes: HTMLAttributes<HTMLDivElement>) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => () => {
      if (!place.current?.contains(document.activeElement)) return;
      place.current.closest<HTMLElement>('[data-stays]')?.focus({ preventScroll: true });
    },
    [],
  );
  return <div ref={place} {...attributes} />;
}

/** What an answer rests on mostly takes, px: a link to the account, a line about it, two about a log's mails. */
function roomOf({ check, source }: TraceStep): number {
  if (source !== 'customersdot') return 32;
  return check === 'account' ? 24 : 16;
}

interface CheckRowProps {
  readonly step: TraceStep;
  /** The pages of the accounts that the answer is about. */
  readonly accounts?: OpenState['links']['accounts'];
  readonly evidence: Evidence;
  /** How far back the engineer was asked to look in the logs. */
  readonly days?: number;
  /** Only the answer, not what it rests on. */
  readonly short?: boolean;
  /** Why whoever was asked has not answered. */
  readonly failure?: ReactNode;
}

/** One question, its answer, and what the answer rests on; what was entered by hand can be taken back. */
export function CheckRow({
  step,
  accounts = [],
  evidence,
  days = 0,
  short = false,
  failure,
}: CheckRowProps) {
  const { messages: t, actions } = useTools();
  const { check, fact } = step;
  const byHand = fact.known && fact.by === 'hand';
  const name = t(`check.${check}`);
  const tone = toneOf(step);
  // Kept once it has come: nothing below moves for an answer that says less.
  const [room] = useState(() => (!short && isPending(step) ? roomOf(step) : 0));
  const answer = shownAnswer(step, t);
  const used = !short && check === 'account' ? usedAccountOf(evidence) : undefined;
  const lines = short
    ? []
    : [
        ...evidenceLines(step, evidence, t),
        ...whyLines(step, evidence, t),
        byHand && t('hand.marked', { time: t.time(fact.at) }),
        // Asked to look that far back, they saw none.
        byHand &&
          fact.value === 'none' &&
          t.count('evidence.none', days, { time: t.time(fact.at) }),
      ];

  return (
    <Item data-check={check} data-answer={fact.known ? fact.value : 'unknown'} $more={room}>
      <Icon tone={tone} />
      <div>
        <Line $fixed={short}>
          <span>{name}</span>
          {isPending(step) || answer === dash ? (
            <Meta as="span">{answer}</Meta>
          ) : (
            <Strong>{answer}</Strong>
          )}
          {isTold(tone) && <Hidden>{t(`check.tone.${tone}`)}</Hidden>}
          {byHand && evidence.byHand[check] !== undefined && (
            <Undo
              of={name}
              onUndo={() => {
                actions.answerByHand(check, undefined);
              }}
            />
          )}
        </Line>
        {check === 'account' && accounts.length > 0 && (
          <Stack $gap={2}>
            {accounts.map(({ id, href, email }) => (
              <span key={id}>
                <OutLink href={href}>{t('evidence.account', { id })}</OutLink>
                {accounts.length > 1 && <Meta>{email}</Meta>}
              </span>
            ))}
          </Stack>
        )}
        {lines.map((line, index) => line && <Meta key={index}>{line}</Meta>)}
        {failure}
        {used && (
          <Row>
            <Meta as="span">{usedWords(used, t)}</Meta>
            <UndoChoice of={name} />
          </Row>
        )}
      </div>
    </Item>
  );
}

/** Of an account that is not there nothing can be asked: that is no gap, and is not called unknown. */
const dash = '–';

export function shownAnswer(step: TraceStep, t: Messages): string {
  const { check, fact } = step;
  if (!fact.known && fact.why.kind === 'no-account') return dash;
  return isOfOneAccount(step) ? t('answer.differ') : answerWords(check, fact, t);
}

/** What the icon says to the eye, and the answer does not. */
const isTold = (tone: Tone) => tone === 'cause' || tone === 'good' || tone === 'quiet';

export const isPending = ({ fact }: TraceStep): boolean =>
  !fact.known && fact.why.kind === 'pending';

/** Not where one answer is left: it would say nothing new. */
export const canBeAnswered = ({ fact, answersLeft }: TraceStep): boolean =>
  !fact.known && answersLeft.length > 1;

/** The accounts found differ in it: it is answered by which of them the customer uses. */
export const isOfOneAccount = ({ fact }: TraceStep): boolean =>
  !fact.known && fact.why.kind === 'ambiguous';

const saysItAll: ReadonlySet<Unknown['kind']> = new Set(['pending', 'no-account', 'ambiguous']);

/** Some reasons are the answer itself, and what befell the whole source stands beside it. */
function whyLines(step: TraceStep, evidence: Evidence, t: Messages): readonly string[] {
  const { check, fact, source } = step;
  if (fact.known || saysItAll.has(fact.why.kind)) return [];
  if (evidence[source].state === 'failed') return [];
  // What the account's row does say has said what it does not.
  if (fact.why.kind === 'not-in-answer' && fact.among) return [];
  // Said once, of the account itself.
  if (fact.why.kind === 'not-exact' && check !== 'account') return [];
  if (fact.why.kind === 'no-subjects') {
    return [whyWords(fact.why, step, t), ...otherSubjects(evidence, t)];
  }
  const why = whyWords(fact.why, step, t);
  const failure = 'failure' in fact.why ? fact.why.failure : undefined;
  return [failure ? `${why} ${failureWords(failure, t).next}` : why];
}

/** The portal's mails that nobody has told the kind of: the engineer may know one by its subject. */
function otherSubjects({ portal_log }: Evidence, t: Messages): readonly string[] {
  if (portal_log.state !== 'answered') return [];
  const others = portal_log.value.mails.filter(({ kind, subject }) => kind === 'other' && subject);
  const subjects = [...new Set(others.map(({ subject }) => visibleText(subject)))].slice(0, 5);
  return subjects.length > 0 ? [t('evidence.subjects', { subjects: t.list(subjects) })] : [];
}

function toneOf(step: TraceStep): Tone {
  const { fact, conclusion } = step;
  if (!fact.known) {
    if (fact.why.kind === 'no-account') return 'quiet';
    return isPending(step) ? 'waiting' : 'unknown';
  }
  switch (conclusion.kind) {
    case 'decided':
    case 'also':
    case 'points-to':
      return 'cause';
    case 'ruled-out':
      return 'good';
    case 'not-needed':
      return 'quiet';
    case 'missing':
    case 'may-add':
      return 'unknown';
    default:
      return exhaustive(conclusion);
  }
}

/** What the answer rests on, in a line or two. "None found" always names its window. */
export function evidenceLines(step: TraceStep, evidence: Evidence, t: Messages): readonly string[] {
  const { check, ground } = step;
  if (!ground) return [];
  switch (ground.kind) {
    case 'account':
      return [
        // Which accounts it is about stands there as links.
        ...(check === 'account' ? [] : accountLines(check, ground.answer.accounts, t, t.date)),
        ...(isUnconfirmed(step) ? confirmationLines(evidence, t) : []),
      ];
    case 'mails': {
      const [newest] = ground.mails;
      // Not "none found": the log was not read to its end. The reason stands beside the unknown.
      if (!newest) return [];
      const outcome = t(`mail.outcome.${newest.outcome}`);
      return [
        t.count(
          newest.kind === 'sign_in_link' ? 'evidence.links' : 'evidence.resets',
          ground.mails.length,
        ),
        t('evidence.last_reset', { time: t.time(newest.sentAt), outcome }),
      ];
    }
    case 'none-found':
      return noneFoundWords(ground.log, t);
    case 'by-hand':
      return accountLines(check, ground.answer?.accounts ?? [], t, t.date);
    default:
      return exhaustive(ground);
  }
}

const isUnconfirmed = ({ check, fact }: TraceStep): boolean =>
  check === 'confirmed' && fact.known && fact.value === 'no';

/** Worth knowing only while the address is not confirmed. */
function confirmationLines(evidence: Evidence, t: Messages): readonly string[] {
  const mail = lastConfirmation(evidence);
  if (!mail) return [];
  const outcome = t(`mail.outcome.${mail.outcome}`);
  return [t('evidence.last_confirmation', { time: t.time(mail.sentAt), outcome })];
}

export type CheckSource = TraceStep['source'];

export const checkSources = ['customersdot', 'portal_log', 'gitlab_log'] as const;

/** Where the engineer can look: the very account where there is one. */
export function linkOf(source: CheckSource, { links }: Pick<OpenState, 'links'>): string {
  return source === 'customersdot'
    ? (links.customersdotAccount ?? links.customersdotSearch)
    : links.mailgunLogs;
}
