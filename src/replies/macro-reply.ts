import { htmlToText } from '../shared/html';
import { defuseName, placeholdersIn } from '../shared/placeholders';
import type { ReplyName } from '../shared/reply-name';
import { sanitise } from '../shared/sanitise';
import { escapeText } from '../shared/text';
import { requesterNameAsText } from './bundled-reply';
import type { ReplyText } from './reply';

/** The macro as Zendesk would apply it to this ticket. */
export interface FoundMacro {
  readonly macroId: number;
  readonly title: string;
  readonly html: string;
  /** Named by an admin in the settings. */
  readonly ownMacro: boolean;
}

/** Our own macros hold this one placeholder only; should Zendesk leave it standing, we know the name as well. */
function fillName(html: string, requesterName: string): string {
  const name = requesterNameAsText(requesterName);
  return name === ''
    ? html
    : html.replace(/\{\{\s*ticket\.requester\.name\s*\}\}/g, () => escapeText(name));
}

/** The macro's words, made safe; what nothing has filled in is stated. */
export function replyFromMacro(
  name: ReplyName,
  { macroId, title, html: written, ownMacro }: FoundMacro,
  requesterName: string,
): ReplyText {
  const filled = fillName(defuseName(written, requesterName, escapeText), requesterName);
  const html = sanitise(filled);
  const text = htmlToText(html);
  return {
    name,
    html,
    text,
    origin: { kind: 'macro', macroId, title, ownMacro },
    // Of what was written as well: a link's address loses its braces when it is normalised.
    unresolved: placeholdersIn(filled, html, text),
  };
}
