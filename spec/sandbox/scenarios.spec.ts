/** @jest-environment node */
import { checkIds } from '../../src/diagnosis/facts';
import { outcomesInOrder } from '../../src/diagnosis/rules';
import { languages, pickLanguage } from '../../src/shared/language';
import { createScenarios } from '../../sandbox/scenarios';

const now = Date.UTC(2026, 0, 15, 12);
const scenarios = createScenarios(now);

const ids = scenarios.map(({ id }) => id);
const traps = [
  'look_alike_absent',
  'look_alike_found',
  'plus_address',
  'capitals',
  'apostrophe',
  'null_flag',
  'mailgun_down',
  'sign_in_page',
  'several_causes',
  'several_accounts',
  'no_address',
  'invalid_address',
  'unsaved',
  'plain_text',
  'existing_draft',
  'not_verified',
  'macro_missing',
  'macro_forbidden',
  'name_markup',
  'name_placeholder',
  'name_rtl',
  'delayed_bounce',
  'suppressed',
];

it.each(outcomesInOrder)('has a ticket for %s, of the same name', (outcome) => {
  const scenario = scenarios.find(({ id }) => id === outcome);

  expect(scenario?.expected).toMatchObject({ verdict: 'settled', outcome, replies: [outcome] });
  expect(Object.keys(scenario?.expected.checks ?? {}).sort()).toEqual([...checkIds].sort());
});

it.each(traps)('has a ticket for the trap %s', (trap) => {
  expect(ids).toContain(trap);
});

it('has a requester for every language, and one whose language nobody speaks here', () => {
  const locales = scenarios.map(({ ticket }) => ticket.requester.locale);

  expect(new Set(locales.map(pickLanguage))).toEqual(new Set(languages));
  expect(locales).toContain('fi');
});

it('gives nothing out twice', () => {
  const all = (values: readonly unknown[]): void => {
    expect(new Set(values).size).toBe(values.length);
  };

  all(ids);
  all(scenarios.flatMap(({ ticket }) => ticket.number ?? []));
  all(scenarios.map(({ ticket }) => ticket.requester.id));
  all(scenarios.flatMap(({ customers }) => customers.map(({ id }) => id)));
});

it('knows nobody real', () => {
  const addresses = JSON.stringify(scenarios).match(/[\w.+'-]+@[\w.-]*\w/g) ?? [];
  // `.con` is a typing error of a ticket's own: there is no such domain.
  const allowed = /@([\w-]+\.)*example\.(com|org|net|con)$/i;

  expect(addresses.filter((address) => !allowed.test(address))).toEqual([]);
});

it('happens before now', () => {
  const moments = scenarios.flatMap(({ ticket, mails, suppressions }) => [
    ticket.createdAt,
    ...ticket.conversation.map(({ at }) => at),
    ...mails.map(({ at }) => at),
    ...suppressions.map(({ at }) => at),
  ]);

  expect(Math.max(...moments)).toBeLessThan(now);
});

it('says of every ticket what must come of it', () => {
  for (const { expected } of scenarios) {
    expect(expected.verdict === 'settled').toBe(expected.outcome !== undefined);
    expect(expected.verdict === 'open').toBe(expected.possible !== undefined);
    expect(expected.replies.length > 0).toBe(expected.verdict === 'settled');
  }
});
