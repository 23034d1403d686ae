import type { AddressCandidate } from '../address/candidate';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { Messages } from '../i18n/messages';
import { escapeAttribute, escapeText } from './escape-html';
import { noteFact, type NoteFact } from './note-facts';
import { suppressionLines } from './note-suppressions';
import { verdictLines } from './note-verdict';
import { defuse } from './placeholders';
import { mayDisclose } from './privacy-gate';
import { safeHref } from './safe-href';
import { visibleText } from './visible-text';

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
  readonly candidate: AddressCandidate;
  readonly links: NoteLinks;
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

/**
 * The findings for colleagues, from the trace: answers with their times and sources, and what was concluded. The only
 * address in it is the one checked; no subject, no text of any server, no credential.
 */
export function internalNote(
  diagnosis: Diagnosis,
  { messages, candidate, links }: NoteContext,
): { readonly html: string; readonly text: string } {
  const heading = messages('note.body.title', { address: visibleText(candidate.address) });
  const lines = [
    ...verdictLines(diagnosis, messages),
    ...diagnosis.cautions.map(({ id }) => messages(`caution.${id}`)),
    ...suppressionLines(diagnosis, messages),
    messages(mayDisclose(candidate) ? 'note.body.own' : 'note.body.not_own'),
  ].map(visibleText);
  const facts = diagnosis.trace
    .map((step) => noteFact(step, messages))
    .map((fact) => ({ ...fact, details: fact.details.map(visibleText) }));
  const anchors = linkList(links, messages);
  return {
    html: defuse(asHtml(heading, lines, facts, anchors)),
    text: defuse(asText(heading, lines, facts, anchors)),
  };
}
