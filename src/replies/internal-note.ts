import type { AddressCandidate } from '../address/candidates';
import type { SuppressionEntry } from '../diagnosis/answers';
import type { CheckId } from '../diagnosis/checks';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { isOptional } from '../diagnosis/facts';
import { type RuleTable, outcomesOf } from '../diagnosis/rules';
import type { Verdict } from '../diagnosis/verdict';
import { isIdle } from '../diagnosis/diagnose';
import { defuse } from '../shared/placeholders';
import { safeHref } from '../shared/sanitise';
import { escapeAttribute, escapeText, visibleText } from '../shared/text';
import { type Messages, outcomeNames } from '../wording/messages';
import { whatHappened } from '../wording/words';
import type { Disclosure } from './may-disclose';
import { type NoteFact, noteFact, noteTime } from './note-facts';

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
  /** Whether the customer may be told any of it. */
  readonly disclosure: Disclosure;
}

interface NoteLink {
  readonly label: string;
  readonly url: string;
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

function asHtml(
  heading: string,
  lines: readonly string[],
  facts: readonly NoteFact[],
  links: readonly NoteLink[],
): string {
  const items = facts.map(
    ({ label, answer, details }) =>
      `<li><strong>${escapeText(label)}:</strong> ${escapeText([answer, ...details].join(' · '))}</li>`,
  );
  const anchors = links.map(
    ({ label, url }) => `<a href="${escapeAttribute(url)}">${escapeText(label)}</a>`,
  );
  return (
    `<p><strong>${escapeText(heading)}</strong></p>` +
    `<p>${lines.map(escapeText).join('<br>')}</p>` +
    `<ul>${items.join('')}</ul><p>${anchors.join(' · ')}</p>`
  );
}

function asText(
  heading: string,
  lines: readonly string[],
  facts: readonly NoteFact[],
  links: readonly NoteLink[],
): string {
  const items = facts.map(
    ({ label, answer, details }) => `- ${label}: ${[answer, ...details].join(' · ')}`,
  );
  return [
    heading,
    lines.join('\n'),
    items.join('\n'),
    links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
  ].join('\n\n');
}

const asLine = (text: string): string => visibleText(text, { most: 1_000 });

/**
 * The findings for colleagues, from the trace: answers with their times and sources, and what was concluded. No
 * subject and no credential; apart from what a mail server said of a lost reset, the only address in it is the one
 * checked.
 */
export function internalNote(
  diagnosis: Diagnosis,
  { messages, candidate, links, disclosure }: NoteContext,
): { readonly html: string; readonly text: string } {
  const heading = messages('note.body.title', { address: visibleText(candidate.address) });
  const lines = [
    ...verdictLines(diagnosis, messages),
    ...diagnosis.cautions.map(({ id }) => messages(`caution.${id}`)),
    ...suppressionLines(diagnosis, messages),
    messages(mayTell[disclosure.kind]),
  ].map(asLine);
  const facts = diagnosis.trace
    .filter((step) => !isIdle(step))
    .map((step) => noteFact(step, messages))
    .map((fact) => ({ ...fact, details: fact.details.map(asLine) }));
  const anchors = linkList(links, messages);
  return {
    html: defuse(asHtml(heading, lines, facts, anchors)),
    text: defuse(asText(heading, lines, facts, anchors)),
  };
}

const mayTell = {
  open: 'note.body.own',
  strangers: 'note.body.strangers',
  closed: 'note.body.not_own',
} as const;

function checkNames(checks: readonly CheckId[], messages: Messages): string {
  return messages.list(checks.map((check) => messages(`check.${check}`)));
}

/** What the checks add up to, and where that is somebody's word; the first line is the most important. */
export function verdictLines(
  { edition, verdict, byHand }: Pick<Diagnosis, 'edition' | 'verdict' | 'byHand'>,
  messages: Messages,
): readonly string[] {
  return [
    ...outcomeLines(edition, verdict, messages),
    ...(byHand.length > 0
      ? [messages('certainty.by_hand', { checks: checkNames(byHand, messages) })]
      : []),
  ];
}

function outcomeLines(edition: RuleTable, verdict: Verdict, messages: Messages): readonly string[] {
  if (verdict.kind === 'open') {
    const possible = verdict.possible.map(({ outcome }) => outcome);
    return [
      possible.length === outcomesOf(edition).length
        ? messages('verdict.all_possible')
        : messages('note.body.open', { outcomes: outcomeNames(possible, messages) }),
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

/** One line: Mailgun's lists that hold the address (an engineer would clear them) or why nobody knows, and when. */
function suppressionLines(
  { evidence: { suppressions } }: Pick<Diagnosis, 'evidence'>,
  messages: Messages,
): readonly string[] {
  if (!('at' in suppressions)) return [];
  const time = noteTime(suppressions.at);
  const said =
    suppressions.state === 'failed'
      ? [messages('suppression.failed'), whatHappened(suppressions.failure, messages), time]
      : [
          ...listedLines(suppressions.value, messages),
          messages('note.body.checked', { source: messages('source.suppressions'), time }),
        ];
  return [said.join(' · ')];
}

function listedLines(entries: readonly SuppressionEntry[], messages: Messages): readonly string[] {
  const listed = entries.filter((entry) => entry.listed);
  if (listed.length === 0) return [messages('suppression.none')];
  return listed.map(({ list, domain, since }) => {
    const values = { domain, list: messages(`suppression.list.${list}`) };
    return since === undefined
      ? messages('suppression.listed_undated', values)
      : messages('note.body.suppressed', { ...values, since: noteTime(since) });
  });
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
