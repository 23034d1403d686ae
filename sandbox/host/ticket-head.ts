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
    h('h1', { dir: 'auto' }, subject),
    h('span', {}, `${number === undefined ? 'not saved' : `#${number}`} · ${status}`),
    select(
      'Requester',
      [...people.values()].map(
        ({ id, name, email }) => [String(id), `${name} <${email ?? 'no address'}>`] as const,
      ),
      String(requester.id),
      (id) => {
        const chosen = people.get(Number(id));
        if (chosen) onRequester(chosen);
      },
      { 'data-control': 'requester' },
    ),
    h('ul', { class: 'tags', 'aria-label': 'Tags' }, ...tags.map((tag) => h('li', {}, tag))),
  ];
}

export function macroMenu(session: Session, onPick: (id: number) => void): HTMLElement {
  const menu = select(
    'Macro',
    [
      ['', 'Apply macro…'],
      ...session.workspace.macros.map(
        ({ id, title }) => [String(id), title.split('::').at(-1) ?? title] as const,
      ),
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
