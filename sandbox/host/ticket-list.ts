import type { TicketView } from '../wire';
import { h, on } from './dom';

export interface TicketList {
  readonly element: HTMLElement;
  select(key: string | undefined): void;
}

/** The view of all tickets: what each shows, and who asks what. */
export function createTicketList(
  tickets: readonly TicketView[],
  onOpen: (key: string) => void,
): TicketList {
  const items = tickets.map((ticket) => ({ ticket, element: item(ticket, onOpen) }));
  const search = h('input', {
    type: 'search',
    placeholder: 'Find a ticket',
    'aria-label': 'Find a ticket',
  });
  on(search, 'input', () => {
    const wanted = search.value.toLowerCase();
    for (const { ticket, element } of items) {
      element.hidden = !searchable(ticket).includes(wanted);
    }
  });
  return {
    element: h(
      'nav',
      { class: 'tickets', 'aria-label': 'Tickets' },
      h('div', { class: 'search' }, search),
      h('ul', { tabindex: -1 }, ...items.map(({ element }) => element)),
    ),
    select(key) {
      for (const { ticket, element } of items) {
        const link = element.firstElementChild;
        if (ticket.key === key) {
          link?.setAttribute('aria-current', 'page');
          element.scrollIntoView({ block: 'nearest' });
        } else link?.removeAttribute('aria-current');
      }
    },
  };
}

function item(
  { key, shows, requester, subject, number }: TicketView,
  onOpen: (key: string) => void,
) {
  const link = h(
    'a',
    { href: `/agent/tickets/${key}`, 'data-ticket': key },
    h('b', {}, shows),
    h('span', { dir: 'auto' }, subject),
    h(
      'small',
      { dir: 'auto' },
      `${number === undefined ? 'new' : `#${number}`} · ${requester.name}`,
    ),
  );
  on(link, 'click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(key);
  });
  return h('li', {}, link);
}

function searchable({ key, shows, subject, requester }: TicketView): string {
  return [key, shows, subject, requester.name, requester.email].join(' ').toLowerCase();
}
