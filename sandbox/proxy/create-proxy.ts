import { answerOfFault, slowMs, truncate, type Fault, type ProxyAnswer } from './fault';
import { inFrontOf, noQuirks, oktaPage, quirkyAnswer, quirkyRequest, type Quirks } from './quirks';
import { maskFor, textOf, type Installation } from './installation';
import {
  Refusal,
  resolveRequest,
  type Mode,
  type ProxyRequest,
  type ResolvedRequest,
} from './resolve-request';
import type { RequestLog } from './request-log';
import { serviceOf, type Service } from './service';

export interface ProxyPorts {
  readonly installation: Installation;
  readonly mode: () => Mode;
  /** By ticket: some tickets come with a fault of their own. */
  readonly faultOf: (service: Service, ticket: string | undefined) => Fault;
  readonly delayOf: (service: Service) => number;
  /** Pending for as long as somebody holds the service's answers back. */
  readonly held: (service: Service) => Promise<void> | undefined;
  /** What is not known of the real proxy; as little as can be unless told otherwise. */
  readonly quirks?: () => Quirks;
  /** Asks the local stand-in of a host. `undefined`: there is none, and nothing leaves this machine. */
  readonly forward: (
    request: ResolvedRequest,
    ticket: string | undefined,
  ) => Promise<ProxyAnswer> | undefined;
  readonly log: RequestLog;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type Proxy = (
  request: ProxyRequest,
  ticket: string | undefined,
  signal: AbortSignal,
) => Promise<ProxyAnswer>;

/** Zendesk's request proxy: enforces the manifest, fills in the secrets, sends, and says what it would not send. */
export function createProxy(ports: ProxyPorts): Proxy {
  const { installation, log } = ports;
  const mask = maskFor(installation);

  async function deliver(
    request: ResolvedRequest,
    service: Service | undefined,
    fault: Fault,
    ticket: string | undefined,
    signal: AbortSignal,
  ): Promise<ProxyAnswer> {
    if (service) await ports.wait(ports.delayOf(service), signal);
    if (service) await ports.held(service);
    if (fault === 'slow') await ports.wait(slowMs, signal);
    if (fault === 'timeout') await ports.wait(Infinity, signal);
    const instead = service && answerOfFault(fault, service);
    if (instead) return instead;

    const quirks = ports.quirks?.() ?? noQuirks;
    const asked = quirkyRequest(request, quirks);
    const inFront =
      service === 'customersdot' ? inFrontOf(asked.url.hostname, quirks.inFront) : undefined;
    const first = inFront ?? (await ports.forward(asked, ticket)) ?? noSuchHost;
    const answer = quirks.redirects === 'followed' ? await follow(first, asked, ticket) : first;
    return quirkyAnswer(fault === 'truncated' ? truncate(answer) : answer, quirks);
  }

  async function follow(
    answer: ProxyAnswer,
    asked: ResolvedRequest,
    ticket: string | undefined,
  ): Promise<ProxyAnswer> {
    const location = answer.kind === 'answer' ? answer.headers['location'] : undefined;
    if (location === undefined) return answer;
    const url = new URL(location, asked.url);
    if (url.pathname === '/okta') return oktaPage;
    // The stand-ins call themselves by their own address.
    url.hostname = asked.url.hostname;
    return (await ports.forward({ ...asked, url }, ticket)) ?? noSuchHost;
  }

  return async (request, ticket, signal) => {
    const entry = log.open({ ticket, via: 'proxy', method: request.method, asked: request.url });
    try {
      const resolved = resolveRequest(request, installation, ports.mode());
      const gitlabDomain = textOf(installation.settings['gitlab_mail_domain']);
      const service = serviceOf(resolved.url, resolved.body, gitlabDomain);
      const fault = service ? ports.faultOf(service, ticket) : 'none';
      entry.sent({
        service,
        fault,
        url: mask(resolved.url.href),
        headers: Object.fromEntries(
          Object.entries(resolved.headers).map(([name, value]) => [name, mask(value)]),
        ),
        body: resolved.body === undefined ? undefined : mask(resolved.body),
      });
      const answer = await deliver(resolved, service, fault, ticket, signal);
      entry.close(answer.kind === 'answer' ? answer.status : 0);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal)) {
        entry.close(0);
        return { kind: 'none' };
      }
      entry.close(error.status, error.message);
      return {
        kind: 'answer',
        status: error.status,
        body: error.message,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      };
    }
  };
}

/** The real Zendesk would try the internet. */
const noSuchHost: ProxyAnswer = { kind: 'none' };
