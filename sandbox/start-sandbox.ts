import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pick } from 'es-toolkit/object';
import { buildApp, watchApp } from './build-app';
import { bundleHost, bundleSdk } from './bundle';
import { createProxy } from './proxy/create-proxy';
import { install, type Installation, type Manifest, publicSettings } from './proxy/installation';
import type { LogEntry } from './proxy/request-log';
import { createSandboxState, type SandboxState } from './sandbox-state';
import { lookupPaths } from './scenarios/lookup-paths';
import { agent, createScenarios } from './scenarios';
import type { Scenario } from './scenarios/scenario';
import { createAppServer, uploadOf } from './servers/app-server';
import { forward } from './servers/forward';
import { createHostServer } from './servers/host-server';
import { listen } from './servers/listen';
import { ofTicket, startServices } from './servers/services';
import { wait } from './wait';
import type { TicketView, Workspace } from './wire';
import { createZendeskApi } from './zendesk/api';
import { readMacros } from './zendesk/macros';
import { createTickets } from './zendesk/tickets';

export interface SandboxOptions {
  /** Where package.json is. */
  readonly root?: string;
  /** The first port to try; 0 (the default) takes any. */
  readonly port?: number;
  /** The built app folder; `dist` of the root unless told otherwise. */
  readonly dist?: string;
  /** `false`: serve it as it is. */
  readonly build?: boolean;
  /** Builds the app after each change, and tells the open pages. */
  readonly watch?: boolean;
  /** How long every service takes unless told otherwise. */
  readonly delayMs?: number;
  readonly now?: () => number;
  /** The page of an app that somebody else serves, as zcli does; the sandbox's own copy unless told otherwise. */
  readonly appPage?: string;
}

/** What a spec may turn, as whoever sits at the workspace page. */
const turnable = ['setFault', 'setDelay', 'setMode', 'setQuirk', 'setLookup', 'hold'] as const;
type Turnable = (typeof turnable)[number];

export interface Sandbox extends Pick<SandboxState, Turnable> {
  /** The agent's workspace. A ticket: `ticketUrl`. */
  readonly url: string;
  /** The app's own origin, which is another one. */
  readonly appUrl: string;
  readonly scenarios: readonly Scenario[];
  /** `view` becomes the query: `scheme`, `width`, `locale`, `role`. */
  ticketUrl(scenario: string, view?: Readonly<Record<string, string>>): string;
  /** Everything as at the start: tickets, switches, log. Pages that are open keep what they show. */
  reset(): void;
  requests(): readonly LogEntry[];
  /** What must never reach a browser. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { root = process.cwd(), port = 0, delayMs = 0, now = Date.now } = options;
  const folder = resolve(root, options.dist ?? 'dist');
  const manifestFile = resolve(folder, 'manifest.json');
  if (options.build !== false && !options.dist) await buildApp(root);
  if (!existsSync(manifestFile)) {
    throw new Error(`There is no built app in ${folder}: run npm run build.`);
  }

  const secrets = [randomUUID(), `key-${randomUUID()}`] as const;
  const installation = install(JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest, {
    customersdot_token: secrets[0],
    mailgun_api_key: secrets[1],
  });
  const scenarios = createScenarios(now());
  const state = createSandboxState(scenarios, now, delayMs);
  const macros = readMacros(folder);
  const newTickets = () =>
    createTickets(scenarios, agent, (scenario) => settingsOf(installation, scenario), now);
  let tickets = newTickets();
  function reset(): void {
    state.reset();
    tickets = newTickets();
  }

  const script = bundleHost(root);
  const sdk = bundleSdk(root);
  const services = await startServices(scenarios, installation, now);
  const proxy = createProxy({
    installation,
    mode: state.mode,
    quirks: () => state.switches().quirks,
    faultOf: state.faultOf,
    delayOf: state.delayOf,
    held: state.held,
    log: state.log,
    wait,
    forward(request, ticket) {
      const standIn = services.standIns[request.url.hostname];
      const scenario = scenarios.find(({ id }) => id === ticket);
      return standIn ? forward(request, standIn, ofTicket(scenario)) : undefined;
    },
  });

  const appServer = await listen(
    createAppServer({ folder, sdk, links: () => services.standIns }),
    port === 0 ? 0 : port + 1,
  );
  const appUrl = `http://127.0.0.1:${appServer.port}`;
  const workspace = (): Workspace => ({
    account: { subdomain: 'sandbox', planName: 'Enterprise' },
    agent,
    group: { id: 6001, name: 'Support' },
    app: {
      name: installation.manifest.name,
      version: installation.manifest.version,
      url: options.appPage ?? `${appUrl}/${uploadOf(folder)}/assets/index.html`,
      watched: options.watch === true,
    },
    tickets: tickets.all().map((ticket) => withLookup(ticket, state.switches().lookup)),
    macros: macros.map(({ id, title, identifier }) => ({ id, title, identifier })),
    switches: state.switches(),
  });
  const builds = new Set<() => void>();
  const stopWatching = options.watch
    ? watchApp(root, () => {
        builds.forEach((tell) => {
          tell();
        });
      })
    : undefined;
  const hostServer = await listen(
    createHostServer({
      root,
      script,
      standIns: services.standIns,
      state,
      proxy,
      workspace,
      reset,
      builds,
      tickets: () => tickets,
      macros: () => macros,
      api: createZendeskApi({
        tickets: () => tickets,
        macros: () => macros,
        log: () => state.log,
        quirks: () => state.switches().quirks,
      }),
    }),
    port,
  );
  const url = `http://localhost:${hostServer.port}`;

  return {
    url,
    appUrl,
    scenarios,
    secrets,
    ticketUrl: (scenario, view = {}) =>
      `${url}/agent/tickets/${scenario}?${new URLSearchParams(view).toString()}`,
    ...pick(state, turnable),
    reset,
    requests: () => state.log.entries(),
    async close() {
      stopWatching?.();
      await Promise.all([hostServer.close(), appServer.close(), services.close()]);
    },
  };
}

function withLookup(ticket: TicketView, way: Workspace['switches']['lookup']): TicketView {
  if (way === undefined) return ticket;
  const settings = { ...ticket.settings, customersdot_lookup_path: lookupPaths[way] };
  return { ...ticket, settings };
}

function settingsOf(installation: Installation, { settings }: Scenario) {
  return { ...publicSettings(installation), ...settings };
}
