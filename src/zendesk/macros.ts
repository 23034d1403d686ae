import type { Clock } from '../shared/clock';
import type { Failure } from '../shared/failure';
import { fieldsOf, idOf, listOf, textOf } from '../shared/json';
import type { ReplyName } from '../shared/reply-name';
import { htmlToText } from '../shared/html';
import { escapeText } from '../shared/text';
import { type ZafClient, getPaths } from './client';
import { askZendesk } from './rest-api';
import type { Settings } from './settings';

/** A macro with its comment as it would read in this ticket. Not sanitised. */
export interface FoundMacro {
  readonly kind: 'found';
  readonly macroId: number;
  readonly title: string;
  readonly html: string;
  readonly text: string;
  /** The admin's own, named in the settings, rather than the one installed with the app. */
  readonly ownMacro: boolean;
}

export interface NoMacro {
  readonly kind:
    'not-installed' | 'missing' | 'inactive' | 'forbidden' | 'failed' | 'unsaved-ticket';
}

export interface Macros {
  find(
    name: ReplyName,
    macroIds: Settings['macroIds'],
    ticketId: number | undefined,
  ): Promise<FoundMacro | NoMacro>;
}

export function createMacros(client: ZafClient, clock: Clock): Macros {
  /** What the app's requirements.json created at installation; none under `zcli apps:server`. */
  async function installed(name: ReplyName): Promise<number | undefined> {
    const path = `requirement:portal_sign_in_${name}`;
    const paths = await getPaths(client, clock, [path]);
    return paths.ok ? idOf(fieldsOf(paths.value[path])['requirement_id']) : undefined;
  }

  return {
    async find(name, macroIds, ticketId) {
      if (ticketId === undefined) return { kind: 'unsaved-ticket' };
      const own = macroIds[name];
      const macroId = own ?? (await installed(name));
      if (macroId === undefined) return { kind: 'not-installed' };

      const [macro, preview] = await Promise.all([
        askZendesk(client, clock, { method: 'GET', path: `/api/v2/macros/${macroId}.json` }),
        askZendesk(client, clock, {
          method: 'GET',
          path: `/api/v2/tickets/${ticketId}/macros/${macroId}/apply.json`,
        }),
      ]);
      if (!macro.ok) return { kind: reasonOf(macro.failure) };
      const { active, title } = fieldsOf(fieldsOf(macro.value)['macro']);
      if (active === false) return { kind: 'inactive' };
      if (!preview.ok) return { kind: reasonOf(preview.failure) };

      const comment = macroComment(preview.value);
      if (!comment) return { kind: 'failed' };
      const found = { macroId, title: textOf(title) ?? '', ownMacro: own !== undefined };
      return { kind: 'found', ...found, ...comment };
    },
  };
}

function reasonOf({ kind }: Failure): NoMacro['kind'] {
  if (kind === 'not-found') return 'missing';
  return kind === 'forbidden' ? 'forbidden' : 'failed';
}

export interface MacroComment {
  readonly html: string;
  readonly text: string;
}

/**
 * The comment in the answer of `…/macros/{id}/apply.json`. `scoped_body` is labelled `html` or `text/html`
 * depending on who describes it. A macro that writes an internal note is no reply.
 */
function macroComment(answer: unknown): MacroComment | undefined {
  const ticket = fieldsOf(fieldsOf(fieldsOf(answer)['result'])['ticket']);
  const comment = fieldsOf(ticket['comment']);
  if (comment['public'] === false || comment['public'] === 'false') return undefined;

  const scoped = (...labels: readonly string[]): string | undefined => {
    const pairs = listOf(comment['scoped_body']).map(listOf);
    return textOf(pairs.find(([label]) => labels.includes(String(label)))?.[1]);
  };
  const plain = scoped('text/plain', 'plain') ?? textOf(comment['body']);
  const html = textOf(comment['html_body']) ?? scoped('text/html', 'html') ?? plainAsHtml(plain);
  return html === undefined ? undefined : { html, text: htmlToText(html) };
}

function plainAsHtml(plain: string | undefined): string | undefined {
  return plain && escapeText(plain).replace(/\r\n|\r|\n/g, '<br>');
}
