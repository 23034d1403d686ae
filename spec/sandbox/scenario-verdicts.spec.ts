/** @jest-environment node */
import rawManifest from '../../manifest.json';
import { zafRequest } from '../../sandbox/host/zaf-request';
import { createProxy } from '../../sandbox/proxy/create-proxy';
import { install, publicSettings } from '../../sandbox/proxy/installation';
import { manifestOf } from '../../sandbox/proxy/manifest';
import { createRequestLog } from '../../sandbox/proxy/request-log';
import { createSandboxState } from '../../sandbox/sandbox-state';
import { createScenarios } from '../../sandbox/scenarios';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { forward } from '../../sandbox/servers/forward';
import { portalHeader, startServices, type Services } from '../../sandbox/servers/services';
import { addressCandidates } from '../../src/address/candidates';
import { lookupsFor } from '../../src/app/lookups';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';
import { checkIds } from '../../src/diagnosis/facts';
import { createInvestigation } from '../../src/investigation/investigation';
import type { Clock } from '../../src/shared/clock';
import { suggestReplies } from '../../src/replies/suggest';
import { createSend } from '../../src/zendesk/send';
import { parseSettings } from '../../src/zendesk/settings';

/** Everything between the settings and the verdict, over HTTP, without a browser. */
const installation = install(manifestOf(rawManifest), {
  customersdot_admin_email: 'admin@example.com',
  customersdot_admin_token: 'a-token',
  mailgun_api_key: 'a-key',
});
const scenarios = createScenarios(Date.now());
const state = createSandboxState(scenarios, Date.now, 0);
let services: Services;

beforeAll(async () => {
  services = await startServices(scenarios, installation, Date.now);
});

afterAll(() => services.close());

const proxy = createProxy({
  installation,
  mode: state.mode,
  faultOf: state.faultOf,
  delayOf: state.delayOf,
  log: createRequestLog(Date.now),
  // Nobody waits in here: what never comes has not come.
  wait: (ms) => (ms === Infinity ? Promise.reject(new Error()) : Promise.resolve()),
  forward(request, ticket) {
    const standIn = services.standIns[request.url.hostname] ?? '';
    const portal = scenarios.find(({ id }) => id === ticket)?.portal ?? 'full';
    return forward(request, standIn, { [portalHeader]: portal });
  },
});

const hurried: Clock = {
  now: Date.now,
  after(ms, callback) {
    const timer = setTimeout(callback, ms < 9000 ? 1 : ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

function whatTheAppFinds({ id, ticket, settings }: Scenario): Promise<{
  diagnosis: Diagnosis;
  replies: readonly string[];
}> {
  const parsed = parseSettings(
    { ...publicSettings(installation), ...settings },
    rawManifest.domainWhitelist,
  );
  const [candidate] = addressCandidates({
    requesterEmail: ticket.requester.email ?? undefined,
    identities: ticket.requester.identities,
    subscriptionEmail: undefined,
    ccs: [],
    text: '',
  });
  if (!parsed.ok || !candidate) throw new Error('There is nothing to investigate.');

  const request = async (options: unknown): Promise<unknown> => {
    const { ok, responseArgs } = await zafRequest(options, {
      subdomain: 'sandbox',
      api: () => Promise.reject(new Error('nobody asks')),
      proxy: (asked, signal) => proxy(asked, id, signal),
    });
    if (!ok) throw responseArgs[0] as Error;
    return responseArgs[0];
  };
  const send = createSend({ request }, hurried, () => 0.5);
  const investigation = createInvestigation({
    ...lookupsFor(parsed.value, send, hurried),
    clock: hurried,
    customerWroteAt: () => ticket.createdAt,
  });
  return new Promise((done) => {
    investigation.subscribe(() => {
      const now = investigation.getState();
      if (!now || now.running) return;
      const replies = suggestReplies(now.diagnosis, candidate).map(({ name }) => name);
      done({ diagnosis: now.diagnosis, replies });
    });
    investigation.investigate(candidate.address);
  });
}

const investigated = scenarios.filter(({ expected }) => expected.verdict !== 'blocked');

it.each(investigated.map((scenario) => [scenario.id, scenario] as const))(
  '%s: facts, verdict and replies as expected',
  async (_, scenario) => {
    const { expected } = scenario;

    const { diagnosis, replies } = await whatTheAppFinds(scenario);

    const { verdict, facts } = diagnosis;
    const checks = checkIds.map((check) => {
      const fact = facts[check];
      return [check, fact.known ? fact.value : 'unknown'];
    });
    expect(Object.fromEntries(checks)).toMatchObject(expected.checks);
    expect(replies).toEqual(expected.replies);
    expect(
      verdict.kind === 'settled'
        ? { kind: 'settled', outcome: verdict.outcome }
        : { kind: 'open', possible: verdict.possible.map(({ outcome }) => outcome) },
    ).toEqual(
      expected.verdict === 'settled'
        ? { kind: 'settled', outcome: expected.outcome }
        : { kind: 'open', possible: expected.possible },
    );
    expect(verdict).toMatchObject(
      expected.alsoApplies ? { alsoApplies: expected.alsoApplies } : {},
    );
  },
);
