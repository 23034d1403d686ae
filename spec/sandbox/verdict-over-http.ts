import rawManifest from '../../manifest.json';
import { zafRequest } from '../../sandbox/host/zaf-request';
import { createProxy } from '../../sandbox/proxy/create-proxy';
import type { Fault, ProxyAnswer } from '../../sandbox/proxy/fault';
import { install, publicSettings } from '../../sandbox/proxy/installation';
import { noQuirks, type Quirks } from '../../sandbox/proxy/quirks';
import { createRequestLog } from '../../sandbox/proxy/request-log';
import type { ProxyRequest } from '../../sandbox/proxy/resolve-request';
import type { Service } from '../../sandbox/proxy/service';
import { createScenarios } from '../../sandbox/scenarios';
import type { Scenario, TicketSeed } from '../../sandbox/scenarios/scenario';
import { forward } from '../../sandbox/servers/forward';
import { ofTicket, startServices, type Services } from '../../sandbox/servers/services';
import type { Address } from '../../src/address/address';
import { addressCandidates } from '../../src/address/address';
import { lookUp } from '../../src/app/investigating';
import { isIdle } from '../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';
import { editions } from '../../src/diagnosis/editions';
import { checkIds } from '../../src/diagnosis/evidence';
import type { LookupKey } from '../../src/investigation/investigation';
import { areAnswersPrivate, mayDisclose } from '../../src/replies/may-disclose';
import { suggestReplies } from '../../src/replies/suggest';
import type { Result } from '../../src/shared/failure';
import type { Readers } from '../../src/shared/reply';
import type { SendOptions } from '../../src/shared/request';
import { createSend } from '../../src/zendesk/send';
import { parseSettings } from '../../src/zendesk/settings';
import { createInvestigation } from '../support/run-investigation';
import { hurriedClock } from './hurried-clock';

export const scenarios = createScenarios(Date.now());

const installation = install(rawManifest, {
  customersdot_token: 'a-token',
  mailgun_api_key: 'a-key',
});

export interface Found {
  readonly diagnosis: Diagnosis;
  readonly replies: readonly string[];
}

interface More {
  readonly quirks?: Partial<Quirks>;
  /** Once the logs have answered. */
  readonly answerByHand?: Scenario['expected']['checks'];
  /** Hears of each request and of the whole answer to it, as the browser gets it. */
  readonly sent?: (request: ProxyRequest, answer: ProxyAnswer) => void;
}

export type Faults = Readonly<Partial<Record<Service, Fault>>>;

export const startStandIns = (of: readonly Scenario[] = scenarios): Promise<Services> =>
  startServices(of, installation, Date.now);

/** Everything between the settings and the verdict, over HTTP, without a browser, and nobody waits. */
export function whatTheAppFinds(
  { id, ticket, settings, portal, faults: own }: Scenario,
  { standIns }: Services,
  faults: Faults = own,
  { quirks = {}, answerByHand = {}, sent = () => undefined }: More = {},
): Promise<Found> {
  const parsed = parseSettings(
    { ...publicSettings(installation), ...settings },
    rawManifest.domainWhitelist,
  );
  const [candidate] = addressCandidates({
    requesterEmail: ticket.requester.email ?? undefined,
    identities: ticket.requester.identities,
    subscriptionEmail: undefined,
    ccs: [],
    inText: [],
  });
  if (!parsed.ok || !candidate) throw new Error('There is nothing to investigate.');

  const { clock, begin, wait } = hurriedClock(Date.now);
  const proxy = createProxy({
    installation,
    mode: () => 'installed',
    faultOf: (service) => faults[service] ?? 'none',
    delayOf: () => 0,
    quirks: () => ({ ...noQuirks, ...quirks }),
    held: () => undefined,
    log: createRequestLog(Date.now),
    wait,
    forward: (request) =>
      forward(request, standIns[request.url.hostname] ?? '', ofTicket({ portal, settings })),
  });
  const request = async (options: unknown): Promise<unknown> => {
    const signal = begin();
    const { ok, responseArgs } = await zafRequest(options, {
      subdomain: 'sandbox',
      api: () => Promise.reject(new Error('nobody asks')),
      async proxy(asked) {
        const answer = await proxy(asked, id, signal);
        sent(asked, answer);
        return answer;
      },
    });
    if (!ok) throw responseArgs[0] as Error;
    return responseArgs[0];
  };

  const send = createSend({ request }, clock, () => 0.5);
  const world = { settings: parsed.value, send, clock, seenDomains: new Set<string>() };
  const asked =
    <T>(key: LookupKey) =>
    (address: Address, options: SendOptions) =>
      lookUp(key, address, world, options) as Promise<Result<T>>;
  const investigation = createInvestigation(
    {
      customersdot: asked('customersdot'),
      portal_log: asked('portal_log'),
      gitlab_log: asked('gitlab_log'),
      suppressions: asked('suppressions'),
    },
    clock.now,
    () => ticket.createdAt,
    parsed.value.lookup.way === 'by-hand',
    editions[parsed.value.portalSignIn],
  );
  let toAnswer = checkIds.filter((check) => answerByHand[check] !== undefined);
  return new Promise((done) => {
    investigation.subscribe(() => {
      const now = investigation.getState();
      if (!now || now.running) return;
      const [check, ...others] = toAnswer;
      if (check) {
        // What an engineer reads off the admin's page, one check after the other.
        toAnswer = others;
        const value = answerByHand[check];
        investigation.answerByHand(check, value === 'unknown' ? undefined : value);
        return;
      }
      const readers = readersOf(ticket);
      const disclosure = mayDisclose(candidate.address, readers);
      const isPrivate = areAnswersPrivate(readers);
      const replies = suggestReplies(now.diagnosis, candidate, disclosure, isPrivate);
      done({ diagnosis: now.diagnosis, replies: replies.map(({ name }) => name) });
    });
    investigation.investigate(candidate.address);
  });
}

/** As Zendesk has them; the edge that reads them has specs of its own. */
function readersOf({ number, requester, ccs, organisation, channel }: TicketSeed): Readers {
  return {
    ticketId: number,
    requester: { id: requester.id, address: requester.email ?? undefined },
    savedRequester: requester.id,
    identities: requester.identities.map((identity) => ({
      ...identity,
      verificationMethod: identity.verificationMethod ?? (identity.verified ? 'full' : 'none'),
      deliverableState: identity.deliverableState,
    })),
    copies: ccs.map(({ id, name, email, role }) => ({
      id,
      name,
      address: email ?? undefined,
      isStaff: role !== undefined,
    })),
    audiences: organisation?.sharedTickets
      ? [{ kind: 'organisation', id: organisation.id, name: organisation.name, reads: true }]
      : [],
    channel,
  };
}

/** What the panel's data hooks would say of each check that it shows. */
export const answersOf = ({ trace }: Diagnosis): Readonly<Record<string, string>> =>
  Object.fromEntries(
    trace
      .filter((step) => !isIdle(step))
      .map(({ check, fact }) => [check, fact.known ? fact.value : 'unknown']),
  );
