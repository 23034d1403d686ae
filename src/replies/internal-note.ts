import type { AddressCandidate } from '../address/address';
import type { Mail } from '../diagnosis/answers';
import { cautionsOfCause } from '../diagnosis/cautions';
import { isIdle } from '../diagnosis/diagnose';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { isOptional } from '../diagnosis/evidence';
import { type RuleTable, outcomesOf } from '../diagnosis/rules';
import type { Verdict } from '../diagnosis/verdict';
import { defuse } from '../shared/placeholders';
import type { ReplyName } from '../shared/reply';
import { safeHref } from '../shared/sanitise';
import { escapeAttribute, escapeText, visibleText } from '../shared/text';
import { byHandWords } from '../wording/findings-in-words';
import { type Messages, checkNames, eitherOutcome, outcomeNames } from '../wording/translate';
import type { Disclosure } from './may-disclose';
import {
  type NoteFact,
  confirmationLines,
  decisiveWords,
  lossLines,
  lossNext,
  lostMailOf,
  noteFact,
  noteTimesLine,
  noteTimesOf,
  originWords,
  suppressionLines,
} from './note-facts';
import type { ReplyOrigin } from './suggest';

/** Where the findings can be looked at; what has no link is left out. */
interface NoteLinks {
  readonly customersdotSearch: string;
  readonly customersdotAccount: string | undefined;
  readonly customersdotHistory: string | undefined;
  readonly mailgunLogs: string;
  readonly handbook: string;
}

export interface NoteContext {
  readonly messages: Messages;
  readonly candidate: Pick<AddressCandidate, 'address'>;
  readonly links: NoteLinks;
  readonly settings: { readonly logWindowDays: number };
  /** Whether the customer may be told any of it. */
  readonly disclosure: Disclosure;
  readonly used: readonly UsedReply[];
}

/** A reply about this address and to this requester that stands in the composer, or went out with the ticket. */
export interface UsedReply {
  readonly name: ReplyName;
  /** Whose words it is in; `undefined` where what is on the screen by now is not what was put in. */
  readonly origin: ReplyOrigin | undefined;
  readonly sent: boolean;
  /** `former`: the result is another by now, and calls for other replies. `maybe`: nobody could tell whether it was used. */
  readonly how: 'now' | 'former' | 'maybe';
}

interface NoteLink {
  readonly label: string;
  readonly url: string;
}

/** What the note says, in the order in which a colleague needs it. */
interface NoteParts {
  readonly heading: string;
  /** The cause, what it rests on, what to do next. */
  readonly lead: readonly string[];
  readonly links: readonly NoteLink[];
  readonly more: { readonly heading: string; readonly lines: readonly string[] };
  readonly facts: readonly NoteFact[];
}

function linkList(links: NoteLinks, messages: Messages): readonly NoteLink[] {
  const all = [
    [messages('note.body.link.account'), links.customersdotAccount ?? links.customersdotSearch],
    [messages('note.body.link.history'), links.customersdotHistory],
    [messages('note.body.link.logs'), links.mailgunLogs],
    [messages('note.body.link.handbook'), links.handbook],
  ] as const;
  return all.flatMap(([label, href]) => {
    const url = href === undefined ? undefined : safeHref(href);
    return url === undefined ? [] : [{ label, url }];
  });
}

function asHtml({ heading, lead, links, more, facts }: NoteParts): string {
  const strong = (text: string) => `<strong>${escapeText(text)}</strong>`;
  const [cause = '', ...rest] = lead;
  const anchors = links.map(
    ({ label, url }) => `<a href="${escapeAttribute(url)}">${escapeText(label)}</a>`,
  );
  const items = facts.map(
    ({ label, answer, details }) =>
      `<li>${strong(`${label}:`)} ${escapeText([answer, ...details].join(' · '))}</li>`,
  );
  return (
    `<p>${strong(heading)}</p>` +
    `<p>${[strong(cause), ...rest.map(escapeText)].join('<br>')}</p>` +
    `<p>${anchors.join(' · ')}</p>` +
    `<p>${[strong(more.heading), ...more.lines.map(escapeText)].join('<br>')}</p>` +
    `<ul>${items.join('')}</ul>`
  );
}

function asText({ heading, lead, links, more, facts }: NoteParts): string {
  const items = facts.map(
    ({ label, answer, details }) => `- ${label}: ${[answer, ...details].join(' · ')}`,
  );
  return [
    heading,
    lead.join('\n'),
    links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
    [more.heading, ...more.lines].join('\n'),
    items.join('\n'),
  ].join('\n\n');
}

const asLine = (text: string): string => visibleText(text, { most: 1_000 });

/**
 * The findings for colleagues: the cause, what it rests on and what to do next come first, then the links, then the
 * trace. No subject and no credential; apart from what a mail server said of a lost mail, the only address in it is
 * the one checked.
 */
export function internalNote(
  diagnosis: Diagnosis,
  context: NoteContext,
): { readonly html: string; readonly text: string } {
  const { messages, candidate, links } = context;
  const { trace, cautions } = diagnosis;
  const times = noteTimesOf(trace, context.settings.logWindowDays);
  const { listed, others } = suppressionLines(diagnosis, times, messages);
  const [cause = '', ...verdict] = verdictLines(diagnosis, messages);
  const lead = [
    cause,
    ...decisiveLines(trace, messages),
    ...confirmationLines(diagnosis, messages),
    ...listed,
    ...noteTimesLine(diagnosis, times, messages),
    ...verdict,
    ...nextLines(diagnosis, context),
    ...usedLines(diagnosis, context),
  ];
  // What is the next step need not be said again in other words.
  const doubts = isNextStep(diagnosis, context) ? cautionsOfCause(diagnosis) : [];
  const lines = [
    ...cautions
      .filter(({ id }) => doubts.every((doubt) => doubt.id !== id))
      .map(({ id }) => messages(`caution.${id}`)),
    ...others,
    ...mayTellLines(context),
  ];
  const parts: NoteParts = {
    heading: messages('note.body.title', { address: visibleText(candidate.address) }),
    lead: lead.map(asLine),
    links: linkList(links, messages),
    more: { heading: messages('note.body.details'), lines: lines.map(asLine) },
    facts: trace
      .filter((step) => !isIdle(step))
      .map((step) => noteFact(step, times, messages))
      .map((fact) => ({ ...fact, details: fact.details.map(asLine) })),
  };
  return { html: defuse(asHtml(parts)), text: defuse(asText(parts)) };
}

const decisive = (trace: readonly TraceStep[]): readonly TraceStep[] =>
  trace.filter(({ conclusion }) => conclusion.kind === 'decided');

const lostMail = (trace: readonly TraceStep[]): Mail | undefined =>
  decisive(trace).flatMap((step) => lostMailOf(step) ?? [])[0];

/** The checks that the verdict rests on, and what a lost mail was lost to. */
function decisiveLines(trace: readonly TraceStep[], messages: Messages): readonly string[] {
  const evidence = decisive(trace).map((step) => decisiveWords(step, messages));
  const mail = lostMail(trace);
  return [
    ...(evidence.length === 0
      ? []
      : [messages('note.body.evidence', { evidence: evidence.join(' · ') })]),
    ...(mail === undefined ? [] : lossLines(mail, messages)),
  ];
}

/** Whether what puts the cause in doubt is still to be looked at: not once the reply to it is sent. */
const isNextStep = (
  { verdict, trace }: Diagnosis,
  { disclosure, used }: Pick<NoteContext, 'disclosure' | 'used'>,
): boolean =>
  disclosure.kind !== 'closed' &&
  verdict.kind === 'settled' &&
  lostMail(trace) === undefined &&
  used.every(({ sent, how }) => !sent || how !== 'now');

/** What clears a lost mail; else what puts the cause in doubt; else the reply, if the customer may have it. */
function nextLines(
  diagnosis: Diagnosis,
  { messages, disclosure, used }: NoteContext,
): readonly string[] {
  const { verdict, trace } = diagnosis;
  const next = (step: string) => [messages('note.body.next', { step })];
  if (disclosure.kind === 'closed') return next(messages('note.body.not_own'));
  if (verdict.kind === 'open') return [];
  const mail = lostMail(trace);
  if (mail !== undefined) return next(lossNext(mail, messages));
  const doubts = isNextStep(diagnosis, { disclosure, used })
    ? cautionsOfCause(diagnosis).map(({ id }) => messages(`caution.${id}.do`))
    : [];
  if (doubts.length > 0) return next(doubts.join(' · '));
  if (verdict.outcome === 'no_known_cause') return next(messages('reason.handbook_next'));
  if (used.some(({ how }) => how !== 'former')) return [];
  const outcome = outcomeNames([verdict.outcome], messages);
  return next(messages('note.body.next_reply', { outcome }));
}

/** Which reply is in the composer or was sent, whether it is the one for this result, and whose words it is in. */
function usedLines(diagnosis: Diagnosis, { used, messages }: NoteContext): readonly string[] {
  return used.map(({ name, origin, how, sent }) => {
    const words = [aboutOf(name, diagnosis, messages), ...originWords(origin, messages)];
    const key = sent && how === 'now' ? 'sent' : how;
    return messages(`note.body.reply_${key}`, { reply: words.join(' · ') });
  });
}

/** What the edition has this reply for: the result, or whatever it can have been. */
function aboutOf(name: ReplyName, { edition, verdict }: Diagnosis, messages: Messages): string {
  const outcomes = outcomesOf(edition).filter(
    (id) => edition.replies[id] === name || Object.values(edition.ifLost[id] ?? {}).includes(name),
  );
  if (outcomes.length === 0) return messages('reply.neutral_heading');
  const now = verdict.kind === 'settled' ? outcomes.filter((id) => id === verdict.outcome) : [];
  return eitherOutcome(now.length > 0 ? now : outcomes, messages);
}

/** That nothing may be told is the next step already; that it may goes without saying. */
const mayTellLines = ({ disclosure, messages }: NoteContext): readonly string[] =>
  disclosure.kind === 'strangers' ? [messages('note.body.strangers')] : [];

/** What the checks add up to, and where that is somebody's word; the first line is the most important. */
export function verdictLines(
  diagnosis: Pick<Diagnosis, 'edition' | 'verdict' | 'byHand' | 'evidence'>,
  messages: Messages,
): readonly string[] {
  return [
    ...outcomeLines(diagnosis.edition, diagnosis.verdict, messages),
    ...(diagnosis.byHand.length > 0 ? [byHandWords(diagnosis, messages)] : []),
  ];
}

function outcomeLines(edition: RuleTable, verdict: Verdict, messages: Messages): readonly string[] {
  if (verdict.kind === 'open') {
    const possible = verdict.possible.map(({ outcome }) => outcome);
    return [
      possible.length === outcomesOf(edition).length
        ? messages('verdict.all_possible')
        : messages('note.body.open', { outcomes: eitherOutcome(possible, messages) }),
      ...(verdict.certain.length > 0
        ? [messages('verdict.certain', { outcomes: outcomeNames(verdict.certain, messages) })]
        : []),
      ...settledByLine(edition, verdict, messages),
    ];
  }
  const { outcome, alsoApplies, mayAlsoApply } = verdict;
  const lines = [messages('note.body.settled', { outcome: outcomeNames([outcome], messages) })];
  if (alsoApplies.length > 0) {
    lines.push(messages('note.body.also', { outcomes: outcomeNames(alsoApplies, messages) }));
  }
  if (mayAlsoApply.length > 0) {
    lines.push(messages('note.body.may_also', { outcomes: outcomeNames(mayAlsoApply, messages) }));
  }
  return lines;
}

/** What is left to find out; where it is everything, that is plain to see. */
function settledByLine(
  { checks }: RuleTable,
  { possible }: Extract<Verdict, { kind: 'open' }>,
  messages: Messages,
): readonly string[] {
  const asked = new Set(possible.flatMap(({ settledBy }) => settledBy));
  const isEverything = checks.every((check) => isOptional(check) || asked.has(check));
  if (asked.size === 0 || isEverything) return [];
  const inOrder = checks.filter((check) => asked.has(check));
  return [messages('verdict.settled_by', { checks: checkNames(inOrder, messages) })];
}

/** A note as the engineer has edited it: a blank line ends a paragraph. */
export function noteOfText(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '');
  return defuse(
    paragraphs
      .map((paragraph) => `<p>${paragraph.split('\n').map(escapeText).join('<br>')}</p>`)
      .join(''),
  );
}
