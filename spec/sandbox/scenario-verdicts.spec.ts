import type { Services } from '../../sandbox/servers/services';
import { answersOf, scenarios, startStandIns, whatTheAppFinds } from './verdict-over-http';

let services: Services;

beforeAll(async () => {
  services = await startStandIns();
});

afterAll(() => services.close());

const lookedAt = scenarios.flatMap((scenario) =>
  scenario.expected.byHand ? [[scenario.id, scenario, scenario.expected.byHand] as const] : [],
);

it.each(lookedAt)('%s: what the engineer finds by looking', async (_, scenario, byHand) => {
  const { diagnosis, replies } = await whatTheAppFinds(scenario, services, scenario.faults, {
    answerByHand: byHand.answers,
  });

  expect(diagnosis.verdict).toMatchObject({ kind: 'settled', outcome: byHand.outcome });
  expect(replies).toEqual(byHand.replies);
});

const investigated = scenarios.filter(({ expected }) => expected.verdict !== 'blocked');

it.each(investigated.map((scenario) => [scenario.id, scenario] as const))(
  '%s: facts, verdict and replies as expected',
  async (_, scenario) => {
    const { expected } = scenario;

    const { diagnosis, replies } = await whatTheAppFinds(scenario, services);

    const { verdict } = diagnosis;
    expect(answersOf(diagnosis)).toEqual(expected.checks);
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

it('settles once an admin has found the doubted subject harmless', async () => {
  const scenario = scenarios.find(({ id }) => id === 'forged_subject')!;
  const settings = { harmless_subjects: 'Reset password instructions | Welcome (#1)' };
  const { diagnosis } = await whatTheAppFinds({ ...scenario, settings }, services);
  expect(diagnosis.verdict).toMatchObject({ kind: 'settled', outcome: 'no_reset_mail' });
});
