import type { ReplyName } from '../lib/reply-name';
import { htmlToText } from './html-to-text';
import { defuse, placeholdersIn } from './placeholders';
import type { ReplyText } from './reply';
import { escapeText } from './escape-html';
import { sanitise } from './sanitise';

/** The macro as Zendesk would apply it to this ticket. */
export interface FoundMacro {
  readonly macroId: number;
  readonly title: string;
  /** '' where the macro has plain text only. */
  readonly html: string;
  readonly text: string;
  /** Named by an admin in the settings. */
  readonly ownMacro: boolean;
}

/** A customer can call herself `{{ticket.id}}`: what stands in the name is text, and nobody else's placeholder. */
function defuseName(html: string, requesterName: string): string {
  return placeholdersIn(requesterName).reduce(
    (result, written) => result.replaceAll(written, defuse(written)),
    html,
  );
}

const asParagraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeText(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

export function replyFromMacro(name: ReplyName, macro: FoundMacro, requesterName = ''): ReplyText {
  const { macroId, title, ownMacro } = macro;
  const written = macro.html.trim() === '' ? asParagraphs(macro.text) : macro.html;
  const filled = defuseName(written, requesterName);
  const html = sanitise(filled);
  return {
    name,
    html,
    text: htmlToText(html),
    origin: { kind: 'macro', macroId, title, ownMacro },
    // Of what was written too: an address loses its braces when it is normalised.
    unresolved: [...new Set([...placeholdersIn(filled), ...placeholdersIn(html)])],
  };
}
