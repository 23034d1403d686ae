import { lineMessage } from '../servers/line-script';
import type { TicketView } from '../wire';
import { runAction, setPath, type ActionPorts } from './actions';
import { button, h } from './dom';
import { readPath, type World } from './paths';
import type { Session } from './session';
import { createZafHost, type HookReply, type ZafHost } from './zaf-host';
import { zafRequest, type RequestPorts } from './zaf-request';

export interface AppFramePorts {
  readonly session: Session;
  readonly ticket: () => TicketView;
  readonly composer: World['composer'];
  readonly actions: Omit<ActionPorts, 'resize'>;
  readonly requests: RequestPorts;
  readonly isFront: () => boolean;
}

/** The app in its place in the tray, with Zendesk's side of the conversation. */
export function createAppFrame(ports: AppFramePorts) {
  const { session } = ports;
  const { app } = session.workspace;
  const origin = new URL(app.url).origin;
  let open = true;
  let guid = '';
  let zaf: ZafHost | undefined;
  let frame: HTMLIFrameElement | undefined;
  let loaded = false;

  const fold = button(app.name, { class: 'app-name', 'aria-expanded': 'true' }, () => {
    open = !open;
    fold.setAttribute('aria-expanded', String(open));
    body.hidden = !open;
    zaf?.fire(open ? 'app.expanded' : 'app.collapsed');
  });
  const body = h('div', {});
  const reloadButton = button('Reload', { 'data-action': 'reload-app' }, load);
  const element = h(
    'section',
    { class: 'app', 'aria-label': 'App' },
    h('div', { class: 'app-head' }, fold, reloadButton),
    body,
  );

  const world = (): World => ({
    session,
    ticket: ports.ticket(),
    composer: ports.composer,
    visible: open && session.view().trayOpen,
  });

  const actions: ActionPorts = {
    ...ports.actions,
    resize({ height }) {
      if (frame) frame.style.height = typeof height === 'number' ? `${height}px` : String(height);
    },
  };

  function load(): void {
    frame?.remove();
    guid = crypto.randomUUID();
    const own = guid;
    const next = h('iframe', { title: app.name, 'data-testid': 'app', allow: 'clipboard-write' });
    frame = next;
    loaded = false;
    next.addEventListener('load', () => {
      loaded = true;
    });
    connect(next);
    const query = new URLSearchParams({
      origin: location.origin,
      app_guid: own,
      colorScheme: session.view().scheme,
    });
    next.src = `${session.view().appUrl}?${query.toString()}`;
    body.replaceChildren(next);
  }

  /** Zendesk's side of one document in the frame. */
  function connect(to: HTMLIFrameElement): void {
    zaf = createZafHost((message) => to.contentWindow?.postMessage(message, origin), {
      registration: () => ({ metadata: metadata(session, ports.ticket()), context: context() }),
      get: (path) => readPath(path, world()),
      set: (path, value) => setPath(path, value, actions.composer),
      invoke: (action, args) => runAction(action, args, actions),
      request: (options) => zafRequest(options, ports.requests),
      connected() {
        if (session.view().offline) sayLine();
        if (ports.isFront()) zaf?.tell('app.activated', { firstLoad: true });
      },
    });
  }

  /** As a browser says it in every frame. */
  function sayLine(): void {
    frame?.contentWindow?.postMessage({ [lineMessage]: session.view().offline }, origin);
  }

  function context(): object {
    const { number } = ports.ticket();
    return {
      instanceGuid: guid,
      product: 'support',
      account: { subdomain: session.workspace.account.subdomain },
      location: 'ticket_sidebar',
      ...(number === undefined ? { newTicketId: 'new-1' } : { ticketId: number }),
    };
  }

  function listen({ source, origin: from, data }: MessageEvent): void {
    if (!frame || source !== frame.contentWindow || from !== origin) return;
    // The app has loaded its own frame again: another page, which is not registered yet.
    if (loaded && isHandshake(data)) {
      loaded = false;
      connect(frame);
    }
    zaf?.receive(data);
  }
  window.addEventListener('message', listen);
  load();

  return {
    element,
    /** The agent has come to this ticket's tab. */
    activate() {
      zaf?.fire('app.activated', { firstLoad: false });
    },
    deactivate() {
      zaf?.fire('app.deactivated');
    },
    /** The agent's line went, or came back. */
    lineChanged: sayLine,
    /** The tray around it was opened or closed. */
    trayMoved() {
      if (open) zaf?.fire(session.view().trayOpen ? 'app.expanded' : 'app.collapsed');
    },
    changed(property: string, newValue: unknown) {
      zaf?.fire(`${property}.changed`, newValue);
      zaf?.fire('*.changed', { propertyName: property, newValue });
    },
    fire(event: string) {
      zaf?.fire(event);
    },
    save: (): Promise<HookReply> =>
      zaf?.hook('ticket.save') ?? Promise.resolve({ ok: true, message: undefined }),
    reload: load,
    destroy() {
      zaf?.fire('app.willDestroy');
      // The app has a moment to let go.
      setTimeout(() => {
        window.removeEventListener('message', listen);
        element.remove();
      }, 50);
    },
  };
}

function metadata({ workspace }: Session, { settings }: TicketView): object {
  return {
    appId: 0,
    installationId: 1,
    name: workspace.app.name,
    version: workspace.app.version,
    plan: { name: 'Basic' },
    settings,
  };
}

const isHandshake = (data: unknown): boolean =>
  typeof data === 'string' && data.includes('"iframe.handshake"');
