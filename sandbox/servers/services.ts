import express, { type RequestHandler } from 'express';
import { createCustomersDot } from '../customersdot/create-customersdot';
import { withSecrets } from '../customersdot/seed';
import { createMailgun } from '../mailgun/create-mailgun';
import { type Installation, textOf } from '../proxy/installation';
import { customersOf } from '../scenarios';
import type { Scenario } from '../scenarios/scenario';
import { listen, type Listening } from './listen';
import { createMailgunConsole } from './mailgun-console';

export const portalHeader = 'x-sandbox-portal';

/** The other companies' machines. */
export interface Services {
  /** By host name; a link of the panel's to one of them is led there too. */
  readonly standIns: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startServices(
  scenarios: readonly Scenario[],
  { settings }: Installation,
  now: () => number,
): Promise<Services> {
  const portal = {
    customers: customersOf(scenarios).map(withSecrets),
    adminEmail: '',
    adminToken: textOf(settings['customersdot_token']),
    auth: 'token',
  } as const;
  const full = createCustomersDot(portal);
  const readOnly = createCustomersDot({ ...portal, canExport: false });
  const mailgun = createMailgun({
    mails: scenarios.flatMap(({ mails }) => mails),
    suppressions: scenarios.flatMap(({ suppressions }) => suppressions),
    domains: [textOf(settings['portal_mail_domain']), textOf(settings['gitlab_mail_domain'])],
    apiKey: textOf(settings['mailgun_api_key']),
    now,
  });

  const console = createMailgunConsole(scenarios.flatMap(({ mails }) => mails));
  const servers: readonly Listening[] = await Promise.all([
    listenTo((request, response, next) => {
      const portalOf = request.get(portalHeader) === 'read-only' ? readOnly : full;
      portalOf(request, response, next);
    }),
    listenTo(mailgun),
    listenTo(console),
  ]);
  const [portalUrl, mailgunUrl, consoleUrl] = servers.map(({ port }) => `http://127.0.0.1:${port}`);
  return {
    standIns: {
      ...named(['customers.gitlab.com', 'customers.staging.gitlab.com'], portalUrl),
      ...named(['api.mailgun.net', 'api.eu.mailgun.net'], mailgunUrl),
      ...named(['app.mailgun.com'], consoleUrl),
    },
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function listenTo(handler: RequestHandler): Promise<Listening> {
  return listen(express().disable('x-powered-by').use(handler), 0);
}

function named(hosts: readonly string[], url = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(hosts.map((host) => [host, url]));
}
