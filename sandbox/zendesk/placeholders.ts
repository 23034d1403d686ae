import type { TicketView } from '../wire';

type Values = Readonly<Record<string, string>>;

/** The placeholders that our macros could use. Zendesk renders the others to nothing; we leave them to be seen. */
export function placeholdersOf(ticket: TicketView): Values {
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
