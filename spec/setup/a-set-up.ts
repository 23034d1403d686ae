import express, { type RequestHandler } from 'express';
import rawManifest from '../../manifest.json';
import requirements from '../../requirements.json';
import { createCustomersDot } from '../../sandbox/customersdot/create-customersdot';
import type { CustomersDotOptions } from '../../sandbox/customersdot/answers';
import { readPath } from '../../sandbox/host/paths';
import { zafRequest } from '../../sandbox/host/zaf-request';
import { createMailgun } from '../../sandbox/mailgun/create-mailgun';
import type { MailgunOptions } from '../../sandbox/mailgun/options';
import type { MailSeed } from '../../sandbox/mailgun/seed';
import { usualMails } from '../../sandbox/mailgun/usual-mails';
import { createProxy } from '../../sandbox/proxy/create-proxy';
import type { Fault, ProxyAnswer } from '../../sandbox/proxy/fault';
import { install, publicSettings } from '../../sandbox/proxy/installation';
import { type Quirks, noQuirks } from '../../sandbox/proxy/quirks';
import { createRequestLog } from '../../sandbox/proxy/request-log';
import type { Mode } from '../../sandbox/proxy/resolve-request';
import type { Service } from '../../sandbox/proxy/service';
import { agent, createScenarios } from '../../sandbox/scenarios';
import { lookupPaths } from '../../sandbox/scenarios/lookup-paths';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { askHere, forward } from '../../sandbox/servers/forward';
import { listen } from '../../sandbox/servers/listen';
import type { TicketView, Workspace } from '../../sandbox/wire';
import { createZendeskApi, ticketHeader } from '../../sandbox/zendesk/api';
import { type Macro, macrosOf } from '../../sandbox/zendesk/macros';
import { createTickets } from '../../sandbox/zendesk/tickets';
import type { SetupReport, SetupState } from '../../src/setup/lines';
import { createSetupCheck } from '../../src/setup/run';
import { ok } from '../../src/shared/failure';
import { type ZafClient, deadlineMs } from '../../src/zendesk/client';
import { createSend } from '../../src/zendesk/send';
import { hurriedClock } from '../sandbox/hurried-clock';

const portalDomain = 'customers.gitlab.com';
const gitlabDomain = 'mg.gitlab.com';

/** What is wrong with a set-up, over one that works. */
export interface Plant {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly mailgun?: Partial<MailgunOptions>;
  readonly mails?: (now: number) => readonly MailSeed[];
  readonly portal?: Partial<CustomersDotOptions>;
  /** In place of the portal. */
  readonly portalHandler?: RequestHandler;
  readonly quirks?: Partial<Quirks>;
  readonly faults?: Readonly<Partial<Record<Service, Fault>>>;
  readonly mode?: Mode;
  readonly macros?: Scenario['macros'];
  readonly changeMacro?: (macro: Macro) => Macro;
  readonly ticket?: Partial<TicketView>;
  /** Zendesk's own answer to a path, in place of the sandbox's. */
  readonly zendesk?: (path: string) => ProxyAnswer | undefined;
  /** Of `client.get`. */
  readonly paths?: Readonly<Record<string, unknown>>;
  readonly hosts?: readonly string[];
  readonly origin?: string;
  /** The address that the admin enters; `null`: none. */
  readonly known?: string | null;
  /** Milliseconds that every answer of the portal takes. */
  readonly portalTakes?: number;
}

export const knownAddress = 'normal.customer@example.com';

/** What Zendesk answers where nothing of it is changed: each run would ask it the same hundred questions again. */
const usualAnswers = new Map<string, Promise<ProxyAnswer>>();

/** Real modules over HTTP, without a browser. Pauses are over at once, and so is the deadline of what is never answered. */
export async function whatTheCheckFinds(plant: Plant): Promise<{
  readonly state: SetupReport;
  readonly states: readonly SetupState[];
  readonly asked: readonly string[];
}> {
  const startedAt = Date.now();
  const secrets = { customersdot_token: 'a-token', mailgun_api_key: 'a-key' };
  const installation = install(
    { ...rawManifest, domainWhitelist: plant.hosts ?? rawManifest.domainWhitelist },
    {
      ...secrets,
      customersdot_lookup_path: lookupPaths.endpoint,
      auto_run_forms: '360000100',
      subscription_email_field: '360005248199',
      ...plant.settings,
    },
  );
  const mailgunOf = (host: 'us' | 'eu') =>
    createMailgun({
      mails: plant.mails?.(startedAt) ?? usualMails(startedAt),
      domains: [portalDomain, gitlabDomain],
      apiKey: 'a-key',
      now: () => startedAt,
      host,
      ...plant.mailgun,
    });
  const portal =
    plant.portalHandler ??
    createCustomersDot({
      customers: createCustomers(),
      adminEmail: '',
      adminToken: 'a-token',
      auth: 'token',
      ...plant.portal,
    });
  const scenarios = createScenarios(startedAt).filter(({ id }) => id === 'reseller');
  const tickets = createTickets(
    scenarios.map((one) => ({ ...one, macros: plant.macros ?? 'installed' })),
    agent,
    () => ({}),
    () => startedAt,
  );
  const macros = macrosOf(requirements).map((one) => plant.changeMacro?.(one) ?? one);
  const log = createRequestLog(Date.now);
  const quirks = { ...noQuirks, ...plant.quirks };
  const api = createZendeskApi({
    tickets: () => tickets,
    macros: () => macros,
    log: () => log,
    quirks: () => quirks,
  });
  const servers = await Promise.all(
    [portal, mailgunOf('us'), mailgunOf('eu'), express().use('/api/v2', api)].map((handler) =>
      listen(express().disable('x-powered-by').use(handler), 0),
    ),
  );
  const [portalUrl = '', us = '', eu = '', zendeskUrl = ''] = servers.map(
    ({ port }) => `http://127.0.0.1:${port}`,
  );
  const standIns: Readonly<Record<string, string>> = {
    [portalDomain]: portalUrl,
    'customers.staging.gitlab.com': portalUrl,
    'api.mailgun.net': us,
    'api.eu.mailgun.net': eu,
  };

  let late = 0;
  const { clock, begin, wait } = hurriedClock(
    () => Date.now() + late,
    () => {
      late += deadlineMs;
    },
  );
  const proxy = createProxy({
    installation,
    mode: () => plant.mode ?? 'installed',
    faultOf: (service) => plant.faults?.[service] ?? 'none',
    delayOf: () => 0,
    quirks: () => quirks,
    held: () => undefined,
    log,
    wait,
    async forward(request) {
      const answer = await forward(request, standIns[request.url.hostname] ?? '', {});
      if (request.url.hostname === portalDomain) late += plant.portalTakes ?? 0;
      return answer;
    },
  });
  const asked: string[] = [];
  const isUsualZendesk = !plant.macros && !plant.changeMacro && !plant.quirks && !plant.ticket;
  const ticket = { ...tickets.all()[0], ...plant.ticket } as TicketView;
  const client: ZafClient = {
    metadata: () => Promise.resolve({ settings: publicSettings(installation) }),
    context: () => Promise.resolve({}),
    get(paths) {
      const errors: Record<string, unknown> = {};
      const found: Record<string, unknown> = {};
      for (const path of paths) {
        try {
          found[path] =
            plant.paths && path in plant.paths
              ? plant.paths[path]
              : readPath(path, worldOf(ticket, macros));
          if (found[path] === undefined) throw new Error('is not available');
        } catch (error) {
          errors[path] = error;
        }
      }
      return Promise.resolve({ errors, ...found });
    },
    set: () => Promise.reject(new Error('The check writes nothing.')),
    invoke: () => Promise.reject(new Error('The check does nothing.')),
    async request(options) {
      const signal = begin();
      const { ok: isOk, responseArgs } = await zafRequest(options, {
        subdomain: 'sandbox',
        async api({ path, method }) {
          asked.push(`${method} ${path}`);
          const instead = plant.zendesk?.(path);
          if (instead) return instead;
          const headers = { [ticketHeader]: ticket.key };
          const ask = () => askHere(`${zendeskUrl}${path}`, { method, headers });
          if (!isUsualZendesk || method !== 'GET') return ask();
          const answer = usualAnswers.get(path) ?? ask();
          usualAnswers.set(path, answer);
          return answer;
        },
        proxy(request) {
          asked.push(`${request.method} ${request.url}`);
          return proxy(request, ticket.key, signal);
        },
      });
      if (!isOk) throw responseArgs[0] as Error;
      return responseArgs[0];
    },
    on: () => undefined,
    off: () => undefined,
    has: () => false,
  };

  const check = createSetupCheck({
    client,
    clock,
    send: createSend(client, clock, () => 0.5),
    settings: () => Promise.resolve(ok(publicSettings(installation))),
    whitelist: installation.manifest.domainWhitelist,
    sdk: { version: '2.0.37', origin: plant.origin ?? 'https://example.zendesk.com' },
  });
  const states: SetupState[] = [];
  const { known = knownAddress } = plant;
  try {
    const state = await new Promise<SetupReport>((done) => {
      check.subscribe(() => {
        const now = check.getState();
        states.push(now);
        if (now.kind === 'done') done(now);
      });
      check.start(known === null ? {} : { known });
    });
    return { state, states, asked };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

const createCustomers = (): CustomersDotOptions['customers'] => [
  { id: 1, email: knownAddress, login_activated: true, confirmed_at: '2024-03-05T10:15:30.123Z' },
  { id: 2, email: 'other@example.com', login_activated: true, confirmed_at: null },
];

function worldOf(ticket: TicketView, macros: readonly Macro[]) {
  const session = {
    workspace: {
      account: { subdomain: 'sandbox', planName: 'Enterprise' },
      agent,
      group: { id: 6001, name: 'Support' },
      app: { name: '', version: '', url: 'http://127.0.0.1/', watched: false },
      tickets: [ticket],
      macros: macros.map(({ id, title, identifier }) => ({ id, title, identifier })),
      switches: { faults: {}, delays: {}, mode: 'installed', quirks: noQuirks, lookup: undefined },
    } as Workspace,
    view: () => ({ scheme: 'light', trayOpen: true }) as never,
    update: () => undefined,
    subscribe: () => () => undefined,
    agent: () => ({ ...agent, role: 'admin' as const }),
  };
  const composer = {
    type: () => 'publicReply' as const,
    isRich: () => !ticket.plainText,
    channel: () => ticket.channel,
    text: () => '',
  };
  return { session, ticket, composer, visible: true };
}
