import type { UserSeed } from '../scenarios/scenario';
import type { TicketView } from '../wire';
import { createAppFrame } from './app-frame';
import { createComposer } from './composer';
import { drawConversation } from './conversation';
import { h } from './dom';
import { userObject } from './paths';
import { server } from './server';
import type { Session } from './session';
import { macroMenu, ticketHead } from './ticket-head';
import type { RequestPorts } from './zaf-request';

export interface TabPorts {
  readonly session: Session;
  /** The page is left: what still is under way ends. */
  readonly left: AbortSignal;
  readonly notify: (text: string) => void;
  /** Ticket number or requester have changed. */
  readonly onChange: () => void;
  readonly onRequest: () => void;
}

export type TicketTab = ReturnType<typeof createTicketTab>;

/** One ticket that is open: conversation, composer, and its own copy of the app, which stays when hidden. */
export function createTicketTab(first: TicketView, ports: TabPorts) {
  const { session } = ports;
  const { key } = first;
  let ticket = first;
  let front = false;

  const composer = createComposer({
    channel: ticket.channel,
    plainText: ticket.plainText,
    draft: ticket.draft,
    extras: [macroMenu(session, (id) => void applyMacro(id).catch(report))],
    onText() {
      app.changed('comment.text', composer.text());
    },
    onMode({ rich }) {
      app.changed('comment.type', composer.type());
      app.changed('ticket.editor.targetChannel', { name: composer.channel() });
      if (rich) app.changed('ticket.editor.capabilities', { richText: composer.isRich() });
    },
    onSubmit: () => void submit().catch(report),
  });
  const conversation = h('ol', {
    class: 'conversation',
    tabindex: 0,
    'aria-label': 'Conversation',
  });
  const head = h('header', { class: 'ticket-head' });
  const main = h('div', { class: 'ticket', hidden: true }, head, conversation, composer.element);

  const app = createAppFrame({
    session,
    composer,
    ticket: () => ticket,
    requests: requestPorts(ports, key, () => void reread()),
    isFront: () => front,
    actions: {
      composer,
      applyMacro,
      notify: ports.notify,
    },
  });
  const tray = h('div', { class: 'tray-content', hidden: true }, app.element);

  function report(error: unknown): void {
    ports.notify(error instanceof Error ? error.message : String(error));
  }

  function update(next: TicketView): void {
    const before = ticket;
    ticket = next;
    head.replaceChildren(...ticketHead(session, ticket, changeRequester));
    if (before.comments !== next.comments || !conversation.hasChildNodes()) {
      drawConversation(conversation, ticket);
    }
    ports.onChange();
  }

  /** After the app has written through the API. */
  async function reread(): Promise<void> {
    const { tickets } = await server.workspace();
    const saved = tickets.find((other) => other.key === key);
    if (!saved) return;
    update({ ...ticket, comments: saved.comments, number: saved.number });
    app.changed('ticket.comments', null);
    app.changed('ticket.conversation', null);
  }

  async function applyMacro(id: number): Promise<void> {
    const { comment, tags } = await server.macro(key, id);
    if (comment) {
      composer.setType(comment.public ? 'publicReply' : 'internalNote');
      composer.append(comment.html);
    }
    update({ ...ticket, tags });
    app.changed('ticket.tags', tags);
  }

  function changeRequester(requester: UserSeed): void {
    update({ ...ticket, requester });
    void server.update(key, { requester });
    app.changed('ticket.requester.id', requester.id);
    app.changed('ticket.requester.email', requester.email);
    app.changed('ticket.requester.name', requester.name);
    app.changed('ticket.requester', userObject(requester, 'end-user'));
  }

  async function submit(): Promise<void> {
    const text = composer.text();
    if (text.trim() === '') {
      ports.notify('There is nothing to submit.');
      return;
    }
    const { ok, message } = await app.save();
    if (!ok) {
      ports.notify(`The app stopped the ticket from being saved. ${message ?? ''}`);
      return;
    }
    app.fire('ticket.submit.start');
    const html = composer.isRich() ? text : h('p', {}, text).outerHTML;
    const saved = await server.comment(key, { html, public: composer.type() === 'publicReply' });
    composer.setText('');
    const { comments, number, createdAt } = saved;
    update({ ...ticket, comments, number, createdAt, status: 'pending' });
    app.changed('ticket.id', ticket.number);
    app.changed('ticket.comments', null);
    app.fire('ticket.submit.done');
    app.fire('ticket.submit.always');
  }

  const unsubscribe = session.subscribe((now, before) => {
    if (now.scheme !== before.scheme) app.changed('colorScheme', now.scheme);
    if (now.trayOpen !== before.trayOpen) app.trayMoved();
    if (now.offline !== before.offline) app.lineChanged();
    const anew = (['locale', 'role', 'appUrl'] as const).some((what) => now[what] !== before[what]);
    if (anew) app.reload();
  });
  update(ticket);

  return {
    key,
    main,
    tray,
    ticket: () => ticket,
    show() {
      front = true;
      main.hidden = tray.hidden = false;
      conversation.scrollTop = conversation.scrollHeight;
      app.activate();
    },
    hide() {
      front = false;
      main.hidden = tray.hidden = true;
      app.deactivate();
    },
    close() {
      unsubscribe();
      composer.destroy();
      app.destroy();
      main.remove();
      setTimeout(() => {
        tray.remove();
      }, 100);
    },
  };
}

/** Where a ticket's copy of the app sends its requests; nowhere while the agent is offline. */
function requestPorts(
  { session, left, onRequest }: TabPorts,
  key: string,
  onWrite: () => void,
): RequestPorts {
  async function online<T>(ask: () => Promise<T>): Promise<T> {
    if (session.view().offline) throw new Error('offline');
    onRequest();
    try {
      return await ask();
    } finally {
      onRequest();
    }
  }
  return {
    subdomain: session.workspace.account.subdomain,
    proxy: (request, signal) =>
      online(() => server.proxy(request, key, AbortSignal.any([signal, left]))),
    async api(request, signal) {
      const answer = await online(() => server.api(request, key, AbortSignal.any([signal, left])));
      if (request.method !== 'GET') onWrite();
      return answer;
    },
  };
}
