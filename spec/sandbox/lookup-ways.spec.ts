/** @jest-environment node */
import { checks } from '../../src/diagnosis/checks';
import { checkIds } from '../../src/diagnosis/evidence';
import english from '../../translations/panel/en.json';
import { quirkGroups, type QuirkName, type Quirks } from '../../sandbox/proxy/quirks';
import { lookupPaths, lookupWays } from '../../sandbox/scenarios/lookup-paths';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import type { Services } from '../../sandbox/servers/services';
import type { Fact } from '../../src/diagnosis/evidence';
import type { LookupWay } from '../../src/shared/lookup-way';
import { createMessages } from '../../src/wording/translate';
import { failureWords } from '../../src/wording/findings-in-words';
import { answersOf, scenarios, startStandIns, whatTheAppFinds } from './verdict-over-http';

type Way = LookupWay['way'];

let services: Services;

beforeAll(async () => {
  services = await startStandIns();
});

afterAll(() => services.close());

const outcomes = [
  'reseller',
  'wrong_site_reset',
  'no_reset_mail',
  'unconfirmed',
  'reset_not_delivered',
  'no_account',
  'no_known_cause',
];
const ofOutcome = (name: string): Scenario => scenarios.find(({ id }) => id === name)!;
const by = (way: Way, scenario: Scenario): Scenario => ({
  ...scenario,
  settings: { ...scenario.settings, customersdot_lookup_path: lookupPaths[way] },
});

/** What the admin's page tells; the logs answer for themselves, or nobody does. */
const ofPortal = ({ expected }: Scenario): Scenario['expected']['checks'] =>
  Object.fromEntries(
    checkIds
      .filter((check) => checks[check].source === 'customersdot')
      .map((check) => [check, expected.checks[check]]),
  );

/** What the app asked CustomersDot, and everything that came back to the browser. */
async function found(way: Way, scenario: Scenario, quirks: Partial<Quirks> = {}) {
  const asked: string[] = [];
  const came: string[] = [];
  const { diagnosis } = await whatTheAppFinds(by(way, scenario), services, scenario.faults, {
    quirks,
    ...(way === 'by-hand' ? { answerByHand: ofPortal(scenario) } : {}),
    sent(request, answer) {
      came.push(JSON.stringify(answer));
      if (request.url.startsWith('https://customers.gitlab.com/')) asked.push(request.url);
    },
  });
  return { diagnosis, asked, came: came.join('\n') };
}

const requestsOf: Readonly<Record<Way, number>> = {
  'by-hand': 0,
  endpoint: 1,
  'compact-list': 5,
  export: 1,
};

/** Each secret column of the local customers has values that begin with this. */
const secret = /synthetic-(?:access-token|refresh-token|authentication-token|encrypted-password)/;

const investigated = scenarios.filter(({ expected }) => expected.verdict !== 'blocked');

describe.each(lookupWays)('the way %s', (way) => {
  it.each(outcomes)('settles on %s, and asks no more than it has to', async (name) => {
    const scenario = ofOutcome(name);
    const { diagnosis, asked, came } = await found(way, scenario);
    expect(diagnosis.verdict).toMatchObject({ kind: 'settled', outcome: name });
    expect(answersOf(diagnosis)).toEqual(scenario.expected.checks);
    // An export that finds nothing is not believed alone.
    const isUnsure = way === 'export' && name === 'no_account';
    expect(asked).toHaveLength(requestsOf[way] + (isUnsure ? 1 : 0));
    expect(came).not.toMatch(secret);
    const isCompact = asked.every((url) => url.includes('.json?compact=true&'));
    expect(isCompact).toBe(way === 'compact-list' || way === 'by-hand');
  });

  it.each(investigated)('never says of $id what is not so', async (scenario) => {
    const { diagnosis, came } = await found(way, scenario);
    expect(came).not.toMatch(secret);
    const { verdict } = diagnosis;
    const { outcome, possible = [], ofLess } = scenario.expected;
    const told = verdict.kind === 'settled' ? verdict.outcome : 'nothing yet';
    expect(['nothing yet', outcome, ofLess, ...possible]).toContain(told);
  });
});

const quirks = Object.entries({ ...quirkGroups.proxy, ...quirkGroups.front }).flatMap(
  ([name, values]) => values.map((value) => [name as QuirkName, value] as const),
);

const words = createMessages('en', english, { now: Date.now });

/** What the engineer is told to do about a check that has no answer. */
function nextStepOf(fact: Fact): string {
  if (fact.known || fact.why.kind !== 'failed') throw new Error('There is no failure to speak of.');
  return failureWords(fact.why.failure, words).next;
}

describe('what is not known of the proxy, of the two mail logs', () => {
  const seen = (quirk: Partial<Quirks>, outcome: string) =>
    found('by-hand', ofOutcome(outcome), quirk).then(({ diagnosis }) => diagnosis);

  it.each(quirks)('%s %s: what was sent, or unknown and what to do', async (name, value) => {
    for (const outcome of ['wrong_site_reset', 'no_reset_mail']) {
      const { facts } = await seen({ [name]: value }, outcome);
      const told = ofOutcome(outcome).expected.checks;
      for (const log of ['portal_reset', 'gitlab_reset'] as const) {
        const fact = facts[log];
        // Unknown, and never "none".
        expect(fact.known ? fact.value : told[log]).toBe(told[log]);
        expect(fact.known || nextStepOf(fact) !== '').toBe(true);
      }
    }
  });

  it.each([{ authorization: 'stripped' }, { body: 'cut-off' }] as const)(
    '%j leaves no log readable',
    async (quirk) => {
      const { facts } = await seen(quirk, 'no_reset_mail');
      expect([facts.portal_reset.known, facts.gitlab_reset.known]).toEqual([false, false]);
    },
  );
});

const asking = lookupWays.filter((way) => way !== 'by-hand');

describe.each(asking)('what is not known of the proxy, asked by %s', (way) => {
  it.each(quirks)('%s %s: the true verdict, or none, and why', async (name, value) => {
    for (const outcome of ['reseller', 'no_account']) {
      const { diagnosis } = await found(way, ofOutcome(outcome), { [name]: value });
      const { verdict, facts } = diagnosis;
      // Unknown, and never "no".
      expect(verdict.kind === 'settled' ? verdict.outcome : outcome).toBe(outcome);
      expect(verdict.kind === 'settled' || nextStepOf(facts.account) !== '').toBe(true);
    }
  });

  it.each([
    [{ authorization: 'stripped' }, { kind: 'unauthorised', status: 401 }],
    [{ inFront: 'cloudflare' }, { kind: 'intercepted', by: 'cloudflare', status: 403 }],
    [{ inFront: 'challenge' }, { kind: 'intercepted', by: 'cloudflare', status: 403 }],
    [{ inFront: 'okta' }, { kind: 'intercepted', by: 'sign-in', status: 302 }],
    [
      { inFront: 'okta', redirects: 'followed' },
      { kind: 'intercepted', by: 'sign-in', status: 200 },
    ],
    [{ inFront: 'sign-in' }, { kind: 'unauthorised', status: 302 }],
    [
      { inFront: 'sign-in', redirects: 'followed' },
      { kind: 'rejected', status: 406 },
    ],
    [
      { inFront: 'sign-in', redirects: 'followed', accept: 'replaced' },
      { kind: 'malformed', what: 'sign-in-page' },
    ],
    [{ inFront: 'maintenance' }, { kind: 'intercepted', by: 'maintenance', status: 503 }],
    [{ inFront: 'firewall' }, { kind: 'intercepted', by: 'unknown', status: 403 }],
    [{ body: 'cut-off' }, { kind: 'malformed', what: 'truncated' }],
  ] as const)('%j is told as it is', async (together, failure) => {
    const { diagnosis } = await found(way, ofOutcome('reseller'), together);
    expect(diagnosis.facts.account).toMatchObject({ known: false, why: { failure } });
  });

  it.each(['relayed', 'hidden'] as const)(
    'a 429 with Retry-After %s is no answer',
    async (value) => {
      const limited = { ...ofOutcome('reseller'), faults: { customersdot: '429' } } as const;
      const { diagnosis } = await found(way, limited, { retryAfter: value });
      expect(diagnosis.facts.account).toMatchObject({
        why: { failure: { kind: 'rate-limited' } },
      });
    },
  );
});
