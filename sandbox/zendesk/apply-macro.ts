import type { Quirks } from '../proxy/quirks';
import type { TicketView } from '../wire';
import { escapeHtml, plainOf } from './escape-html';
import type { Macro } from './macros';
import { fillIn, placeholdersOf } from './placeholders';

export interface AppliedMacro {
  readonly comment:
    | {
        readonly html: string;
        readonly text: string;
        /** Written as rich text, and not as plain. */
        readonly isRich: boolean;
        readonly public: boolean;
      }
    | undefined;
  readonly tags: readonly string[];
  readonly status: string;
}

/** The ticket as it would be. Nothing changes. */
export function applyMacro(macro: Macro, ticket: TicketView): AppliedMacro {
  const values = placeholdersOf(ticket);
  const valueOf = (field: string): string | undefined => {
    const value = macro.actions.find((action) => action.field === field)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const rich = valueOf('comment_value_html');
  const plain = valueOf('comment_value');
  const html =
    rich === undefined
      ? plain && `<p>${escapeHtml(fillIn(plain, values, String)).replaceAll('\n', '<br>')}</p>`
      : fillIn(rich, values, escapeHtml);
  const added = valueOf('current_tags')?.split(' ') ?? [];
  return {
    comment:
      html === undefined
        ? undefined
        : {
            html,
            text: plainOf(html),
            isRich: rich !== undefined,
            public: valueOf('comment_mode_is_public') !== 'false',
          },
    tags: [...new Set([...ticket.tags, ...added])],
    status: valueOf('status') ?? ticket.status,
  };
}

/** As `GET /api/v2/tickets/{id}/macros/{id}/apply` has it, in one of the shapes that are told of it. */
export function appliedJson(
  macro: Macro,
  ticket: TicketView,
  shape: Quirks['macroPreview'],
): unknown {
  const { comment, tags, status } = applyMacro(macro, ticket);
  return {
    result: {
      ticket: {
        id: ticket.number,
        subject: ticket.subject,
        status,
        tags,
        requester_id: ticket.requester.id,
        fields: [],
        ...(comment ? { comment: { ...bodiesOf(comment, shape), public: comment.public } } : {}),
      },
    },
  };
}

function bodiesOf(
  { html, text, isRich }: NonNullable<AppliedMacro['comment']>,
  shape: Quirks['macroPreview'],
): object {
  const written = isRich ? html : text;
  switch (shape) {
    case 'documented':
      return { body: written, scoped_body: [['channel:all', written]] };
    case 'html_body':
      return {
        body: text,
        html_body: html,
        scoped_body: [
          ['text/html', html],
          ['text/plain', text],
        ],
      };
    case 'both':
      return { body: written, html_body: html, scoped_body: [['channel:all', written]] };
  }
}
