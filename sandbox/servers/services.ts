import express, { type RequestHandler } from 'express';
import { createCustomersDot } from '../customersdot/create-customersdot';
import { withSecrets } from '../customersdot/columns';
import { createMailgun } from '../mailgun/create-mailgun';
import { usualMails } from '../mailgun/usual-mails';
import { type Installation, textOf } from '../proxy/installation';
import { customersOf } from '../scenarios';
import type { Scenario } from '../scenarios/scenario';
import { listen, type Listening } from './listen';
import { createMailgunConsole } from './mailgun-console';

const portalHeader = 'x-sandbox-portal';
const signInHeader = 'x-sandbox-sign-in';

/** No portal sends both resets and sign-in links: tickets of either kind have logs of their own. */
const signInOf = ({ settings }: Pick<Scenario, 'settings'>): string =>
  'portal_sign_in' in settings ? 'link' : 'password';

/** Headers that tell the stand-ins whose question it is. */
export const ofTicket = (
  scenario: Pick<Scenario, 'portal' | 'settings'> = { portal: 'full', settings: {} },
): Readonly<Record<string, string>> => ({
  [portalHeader]: scenario.portal,
  [signInHeader]: signInOf(scenario),
});

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
  const mailgunOf = (tickets: readonly Scenario[]) =>
    createMailgun({
      mails: [...usualMails(now()), ...tickets.flatMap(({ mails }) => mails)],
      domains: [textOf(settings['portal_mail_domain']), textOf(settings['gitlab_mail_domain'])],
      apiKey: textOf(settings['mailgun_api_key']),
      now,
    });
  const mailgun = mailgunOf(scenarios.filter((one) => signInOf(one) === 'password'));
  const mailgunOfLinks = mailgunOf(scenarios.filter((one) => signInOf(one) === 'link'));

  const console = createMailgunConsole(scenarios.flatMap(({ mails }) => mails));
  const servers: readonly Listening[] = await Promise.all([
    listenTo((request, response, next) => {
      const portalOf = request.get(portalHeader) === 'read-only' ? readOnly : full;
      portalOf(request, response, next);
    }),
    listenTo((request, response, next) => {
      const mailgunOfTicket = request.get(signInHeader) === 'link' ? mailgunOfLinks : mailgun;
      mailgunOfTicket(request, response, next);
    }),
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
