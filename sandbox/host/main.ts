import { createDock } from './dock';
import { button, h } from './dom';
import { createLogView } from './log-view';
import { server } from './server';
import { createSession } from './session';
import { createTicketList } from './ticket-list';
import { createTicketTab, type TicketTab } from './ticket-tab';

async function openWorkspace(left: AbortSignal): Promise<void> {
  const workspace = await server.workspace();
  if (left.aborted) return;
  const session = createSession(workspace, location.search);
  const log = createLogView();
  const tabs = new Map<string, TicketTab>();
  let front: TicketTab | undefined;

  const tabBar = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Open tickets' });
  const centre = h('main', { class: 'centre', 'aria-label': 'Ticket' });
  const tray = h('aside', { class: 'tray', 'aria-label': 'Apps' });
  const toasts = h('div', { class: 'toasts', role: 'status' });
  const empty = h('p', { class: 'empty' }, 'Choose a ticket.');
  const list = createTicketList(workspace.tickets, openTicket);

  function notify(text: string): void {
    const toast = h('p', {}, text);
    toasts.append(toast);
    setTimeout(() => {
      toast.remove();
    }, 6000);
  }

  function openTicket(key: string): void {
    const ticket = workspace.tickets.find((other) => other.key === key);
    if (!ticket) return;
    const known = tabs.get(key);
    const tab =
      known ??
      createTicketTab(ticket, {
        session,
        left,
        notify,
        onChange: drawTabs,
        onRequest: log.refresh,
      });
    if (!known) {
      tabs.set(key, tab);
      centre.append(tab.main);
      tray.append(tab.tray);
    }
    bringToFront(tab);
  }

  function bringToFront(tab: TicketTab | undefined): void {
    if (front !== tab) front?.hide();
    if (front !== tab) tab?.show();
    front = tab;
    empty.hidden = tab !== undefined;
    list.select(tab?.key);
    history.replaceState(null, '', `/${tab ? `agent/tickets/${tab.key}` : ''}${location.search}`);
    drawTabs();
  }

  function closeTab(tab: TicketTab): void {
    tabs.delete(tab.key);
    tab.close();
    if (front === tab) {
      front = undefined;
      bringToFront([...tabs.values()].at(-1));
    } else {
      drawTabs();
    }
  }

  function drawTabs(): void {
    tabBar.replaceChildren(
      ...[...tabs.values()].map((tab) => {
        const { number, requester } = tab.ticket();
        const label = number === undefined ? 'New ticket' : `#${number}`;
        const selected = String(tab === front);
        return button(
          h('span', { dir: 'auto' }, `${label} ${requester.name}`),
          { role: 'tab', 'aria-selected': selected, 'data-tab': tab.key },
          () => {
            bringToFront(tab);
          },
        );
      }),
    );
    closer.hidden = front === undefined;
  }

  const closer = button('Close ticket', { 'data-control': 'close-ticket' }, () => {
    if (front) closeTab(front);
  });

  centre.append(empty);
  document.body.replaceChildren(
    h('header', { class: 'top' }, h('b', {}, 'Local Zendesk'), tabBar, closer),
    list.element,
    centre,
    tray,
    createDock(session, log),
    toasts,
  );
  left.addEventListener('abort', () => {
    for (const tab of tabs.values()) tab.close();
  });
  drawTabs();
  const [, wanted = ''] = /^\/agent\/tickets\/([\w-]+)/.exec(location.pathname) ?? [];
  const ticket = workspace.tickets.find(({ key, number }) =>
    [key, String(number)].includes(wanted),
  );
  if (ticket) openTicket(ticket.key);
  else if (wanted !== '') notify(`There is no ticket ${wanted}.`);

  if (!workspace.app.watched) return;
  new EventSource('/sandbox/builds').addEventListener('message', () => {
    void server.workspace().then(({ app }) => {
      session.update({ appUrl: app.url });
    });
  });
}

let leaving = new AbortController();
void openWorkspace(leaving.signal);

// Whoever opens a hundred tickets one after the other goes on within this page: its scripts are not read anew, and
// everything else is as in another one. The frames go first, so that no app hears that its ticket is closed.
addEventListener('leave', () => {
  document.body.replaceChildren();
  leaving.abort();
});
addEventListener('popstate', () => {
  dispatchEvent(new Event('leave'));
  leaving = new AbortController();
  void openWorkspace(leaving.signal);
});
