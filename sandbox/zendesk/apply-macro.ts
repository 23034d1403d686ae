import { escape, unescape } from 'es-toolkit/string';
import type { Quirks } from '../proxy/quirks';
import type { TicketView } from '../wire';
import type { Macro } from './macros';

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
      ? plain && `<p>${escape(fillIn(plain, values, String)).replaceAll('\n', '<br>')}</p>`
      : fillIn(rich, values, escape);
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

type Values = Readonly<Record<string, string>>;

/** The placeholders that our macros could use. Zendesk renders the others to nothing; we leave them to be seen. */
function placeholdersOf(ticket: TicketView): Values {
  const { requester } = ticket;
  const [first = '', ...rest] = requester.name.split(' ');
  return {
    'ticket.id': String(ticket.number ?? ''),
    'ticket.title': ticket.subject,
    'ticket.requester.name': requester.name,
    'ticket.requester.first_name': first,
    'ticket.requester.last_name': rest.join(' '),
    'ticket.requester.email': requester.email ?? '',
    'ticket.requester.locale': requester.locale,
  };
}

/** In one pass: what a value brings along is not looked at again. */
export function fillIn(text: string, values: Values, encode: (value: string) => string): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (literal, name: string) => {
    const value = values[name];
    return value === undefined ? literal : encode(value);
  });
}

/** Roughly as Zendesk makes the plain form of a comment. */
export function plainOf(html: string): string {
  const text = html
    .replace(/<li>/g, '<li>- ')
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/(p|li|ol|ul|div)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ');
  return unescape(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
