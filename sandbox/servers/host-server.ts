import { resolve } from 'node:path';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { buildGallery } from '../build-app';
import { faults } from '../proxy/fault';
import type { Proxy } from '../proxy/create-proxy';
import type { ProxyRequest } from '../proxy/resolve-request';
import { quirkValues, type QuirkName, type Quirks } from '../proxy/quirks';
import { lookupWays } from '../scenarios/lookup-paths';
import { services, type Service } from '../proxy/service';
import type { SandboxState } from '../sandbox-state';
import type { CommentView, TicketView, Workspace } from '../wire';
import { applyMacro } from '../zendesk/apply-macro';
import type { Macro } from '../zendesk/macros';
import type { Tickets } from '../zendesk/tickets';
import { ticketHeader } from '../zendesk/api';
import { linkScript } from './link-script';

export interface HostServerPorts {
  readonly root: string;
  readonly script: string;
  /** Host name → where its local stand-in listens. */
  readonly standIns: Readonly<Record<string, string>>;
  readonly state: SandboxState;
  readonly proxy: Proxy;
  readonly api: RequestHandler;
  readonly workspace: () => Workspace;
  readonly tickets: () => Tickets;
  readonly macros: () => readonly Macro[];
  readonly reset: () => void;
  /** Who wants to hear of a new build. */
  readonly builds: Set<() => void>;
}

/** The agent's side: the workspace page, Zendesk's REST API, the request proxy, the switches. */
export function createHostServer(ports: HostServerPorts): Express {
  const { root, state } = ports;
  const host = express();
  const page = (_: Request, response: Response): void => {
    response.sendFile(resolve(root, 'sandbox/host/index.html'));
  };

  host.use((_, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  host.use('/api/v2', ports.api);
  host.get(['/', '/agent/tickets/:key'], page);
  host.get('/host.js', (_, response) => {
    response.type('js').send(ports.script);
  });
  host.get('/sandbox-links.js', (_, response) => {
    response.type('js').send(linkScript(ports.standIns));
  });
  host.get('/host.css', (_, response) => {
    response.sendFile(resolve(root, 'sandbox/host/host.css'));
  });
  host.use('/gallery', gallery(root));
  host.use('/sandbox', sandboxRoutes(ports));
  host.use('/sandbox', switchRoutes(state));
  return host;
}

function sandboxRoutes(ports: HostServerPorts): RequestHandler {
  const { state, proxy } = ports;
  const routes = express.Router();
  routes.use(express.json({ limit: '1mb' }));

  routes.get('/workspace', (_, response) => {
    response.json(ports.workspace());
  });
  routes.get('/requests', (_, response) => {
    response.json(state.log.entries());
  });
  routes.get('/builds', (_, response) => {
    response.type('text/event-stream').flushHeaders();
    const tell = (): void => {
      response.write('data: built\n\n');
    };
    ports.builds.add(tell);
    response.on('close', () => {
      ports.builds.delete(tell);
    });
  });
  routes.post('/reset', (_, response) => {
    ports.reset();
    response.json({});
  });
  routes.post('/proxy', (request, response) => {
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
    });
    void proxy(request.body as ProxyRequest, request.get(ticketHeader), gone.signal).then(
      (answer) => {
        if (!gone.signal.aborted) response.json(answer);
      },
    );
  });
  routes.post('/tickets/:key/comments', (request, response) => {
    const { html, public: isPublic } = request.body as Pick<CommentView, 'html' | 'public'>;
    answer(response, ports.tickets().comment(request.params.key, { html, public: isPublic }));
  });
  routes.post('/tickets/:key', (request, response) => {
    const { key } = request.params;
    ports.tickets().update(key, request.body as Partial<TicketView>);
    answer(response, ports.tickets().byKey(key));
  });
  routes.get('/tickets/:key/macros/:macro', (request, response) => {
    const ticket = ports.tickets().byKey(request.params.key);
    const macro = ports.macros().find(({ id }) => id === Number(request.params.macro));
    const visible = ticket && ['installed', 'inactive', 'by-title'].includes(ticket.macros);
    answer(response, visible && macro ? applyMacro(macro, ticket) : undefined);
  });
  return routes;
}

/** The switches. A value that is none leaves it to the ticket, or to how the sandbox was started. */
function switchRoutes(state: SandboxState): RequestHandler {
  const routes = express.Router();
  const turn = (path: string, set: (params: Readonly<Record<string, string>>) => void): void => {
    routes.post(path, ({ params }, response) => {
      set(params);
      response.json(state.switches());
    });
  };
  const service = `:service(${services.join('|')})`;
  turn(`/faults/${service}/:fault`, ({ service: of, fault }) => {
    state.setFault(
      of as Service,
      faults.find((name) => name === fault),
    );
  });
  turn(`/delays/${service}/:ms`, ({ service: of, ms = '' }) => {
    state.setDelay(of as Service, /^\d+$/.test(ms) ? Number(ms) : undefined);
  });
  for (const [name, values] of Object.entries(quirkValues)) {
    turn(`/quirks/${name}/:value(${values.join('|')})`, ({ value }) => {
      state.setQuirk(name as QuirkName, value as Quirks[QuirkName]);
    });
  }
  turn('/lookup/:way', ({ way }) => {
    state.setLookup(lookupWays.find((name) => name === way));
  });
  turn('/mode/:mode', ({ mode }) => {
    state.setMode(mode === 'zcli' ? 'zcli' : 'installed');
  });
  return routes;
}

function answer(response: Response, value: unknown): void {
  if (value === undefined) response.status(404).json({ error: 'not found' });
  else response.json(value);
}

/** Every state of the panel. Built when somebody first looks, so that nobody else waits for it. */
function gallery(root: string): RequestHandler {
  const files = express.static(resolve(root, 'dist-gallery'));
  let built: Promise<boolean> | undefined;
  return (request, response, next) => {
    built ??= buildGallery(root);
    built.then(
      () => {
        files(request, response, next);
      },
      (error: unknown) => {
        built = undefined;
        response.status(500).send(`The gallery does not build: ${String(error)}`);
      },
    );
  };
}
