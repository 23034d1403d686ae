import type { TicketView } from '../wire';
import { h } from './dom';

/** The view of all tickets: what each shows, and who asks what. */
export function createTicketList(tickets: readonly TicketView[], onOpen: (key: string) => void) {
  const links = new Map(tickets.map((ticket) => [ticket.key, linkTo(ticket, onOpen)]));
  const name = 'Find a ticket';
  const search = h('input', { type: 'search', placeholder: name, 'aria-label': name });
  search.addEventListener('input', () => {
    const wanted = search.value.toLowerCase();
    for (const [key, link] of links) {
      link.hidden = !`${key} ${link.text}`.toLowerCase().includes(wanted);
    }
  });
  const items = [...links.values()].map((link) => h('li', {}, link));
  return {
    element: h('nav', { class: 'tickets', 'aria-label': 'Tickets' }, search, h('ul', {}, ...items)),
    select(key: string | undefined) {
      for (const [of, link] of links) {
        link.ariaCurrent = of === key ? 'page' : null;
        if (of === key) link.scrollIntoView({ block: 'nearest' });
      }
    },
  };
}

function linkTo(
  { key, shows, requester, subject, number }: TicketView,
  onOpen: (key: string) => void,
): HTMLAnchorElement {
  const { name, email } = requester;
  const link = h(
    'a',
    { href: `/agent/tickets/${key}`, 'data-ticket': key },
    h('span', {}, shows),
    h('small', { dir: 'auto' }, subject),
    h('small', { dir: 'auto' }, `${number ?? 'new'} · ${name} · ${email ?? 'no address'}`),
  );
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(key);
  });
  return link;
}
