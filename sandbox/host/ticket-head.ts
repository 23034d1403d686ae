import type { UserSeed } from '../scenarios/scenario';
import type { TicketView } from '../wire';
import { h, select } from './dom';
import type { Session } from './session';

export function ticketHead(
  session: Session,
  { number, subject, requester, tags, status }: TicketView,
  onRequester: (user: UserSeed) => void,
): readonly HTMLElement[] {
  const people = new Map(
    session.workspace.tickets.map((other) => [other.requester.id, other.requester]),
  );
  people.set(requester.id, requester);
  return [
    h(
      'div',
      { class: 'ticket-title' },
      h('h1', { dir: 'auto' }, subject),
      h('span', { class: `status ${status}` }, status),
      h('span', { class: 'number' }, number === undefined ? 'not saved' : `#${number}`),
    ),
    h(
      'div',
      { class: 'ticket-facts' },
      select(
        'Requester',
        [...people.values()].map(({ id, name, email }) => ({
          value: String(id),
          label: `${name} <${email ?? 'no address'}>`,
        })),
        String(requester.id),
        (id) => {
          const chosen = people.get(Number(id));
          if (chosen) onRequester(chosen);
        },
        { 'data-control': 'requester' },
      ),
      h('ul', { class: 'tags', 'aria-label': 'Tags' }, ...tags.map((tag) => h('li', {}, tag))),
    ),
  ];
}

export function macroMenu(session: Session, onPick: (id: number) => void): HTMLElement {
  const menu = select(
    'Macro',
    [
      { value: '', label: 'Apply macro…' },
      ...session.workspace.macros.map(({ id, title }) => ({
        value: String(id),
        label: title.split('::').at(-1) ?? title,
      })),
    ],
    '',
    (id) => {
      if (id !== '') onPick(Number(id));
      const list = menu.querySelector('select');
      if (list) list.value = '';
    },
    { 'data-control': 'macro' },
  );
  return menu;
}
