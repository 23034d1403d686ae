import { createScenarios } from '../../sandbox/scenarios';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import { outcomesOf } from '../../src/diagnosis/rules';
import { languages, pickLanguage } from '../../src/shared/reply';
import { outcomeIds } from '../support/editions';

const now = Date.UTC(2026, 0, 15, 12);
const scenarios = createScenarios(now);

const ids = scenarios.map(({ id }) => id);
/** What an engineer, or a customer, can bring along that is not plain. By what the ticket is, not by its name. */
const traps: readonly (readonly [string, (scenario: Scenario) => boolean])[] = [
  ['a customer who is only like the requester', onlyLookAlikes],
  [
    'a customer stored in other capitals',
    ({ customers, ticket: { requester } }) =>
      customers.some(({ email }) => email !== requester.email && isSame(email, requester.email)),
  ],
  ['an address with a plus', ({ ticket }) => /\+/.test(ticket.requester.email ?? '')],
  ['an address with an apostrophe', ({ ticket }) => /'/.test(ticket.requester.email ?? '')],
  ['no address', ({ ticket }) => ticket.requester.email === null],
  [
    'a login flag that is empty',
    ({ expected, faults }) =>
      expected.checks.account === 'found' &&
      expected.checks.login === 'unknown' &&
      Object.keys(faults).length === 0,
  ],
  ['several accounts', ({ customers }) => customers.length > 1],
  ['a source that is down', ({ faults }) => faults.portal_log === 'down'],
  ['the sign-in page', ({ faults }) => faults.customersdot === 'sign-in-page'],
  ['two causes', ({ expected }) => (expected.alsoApplies ?? []).length > 0],
  ['a ticket that is not saved', ({ ticket }) => ticket.number === undefined],
  ['a composer of plain text', ({ ticket }) => ticket.plainText],
  ['a chat', ({ ticket }) => ticket.channel === 'native_messaging'],
  ['a public wall', ({ ticket }) => ticket.channel === 'facebook'],
  ['a stranger in copy', ({ ticket }) => ticket.ccs.some(({ role }) => role === undefined)],
  ['an agent in copy', ({ ticket }) => ticket.ccs.some(({ role }) => role === 'agent')],
  ['an organisation that reads along', ({ ticket }) => ticket.organisation?.sharedTickets === true],
  [
    'a second address that is not verified',
    ({ ticket }) =>
      ticket.requester.identities.some(({ primary, verified }) => !primary && !verified),
  ],
  [
    'an address that an agent marked as verified',
    ({ ticket }) =>
      ticket.requester.identities.some(({ verificationMethod }) => verificationMethod === 'low'),
  ],
  ['a draft', ({ ticket }) => ticket.draft !== ''],
  [
    'an address that is not verified',
    ({ ticket }) =>
      ticket.requester.identities.some(({ primary, verified }) => primary && !verified),
  ],
  ['macros that are gone', ({ macros }) => macros === 'missing'],
  ['macros that are forbidden', ({ macros }) => macros === 'forbidden'],
  ['a name with markup', ({ ticket }) => /<\w/.test(ticket.requester.name)],
  ['a name with a placeholder', ({ ticket }) => /\{\{/.test(ticket.requester.name)],
  [
    'a name written from right to left',
    ({ ticket }) => /[\u0590-\u06ff]/.test(ticket.requester.name),
  ],
  ['a bounce that came late', ({ mails }) => mails.some(({ fate }) => fate === 'delayed-bounce')],
  [
    'no subject listed for the link’s mail',
    ({ settings }) =>
      settings.portal_sign_in === 'one_time_link' && settings.sign_in_link_subjects === '',
  ],
  ['a log of one day', ({ settings }) => settings.log_window_days === 1],
  ['a suppressed mail', ({ mails }) => mails.some(({ fate }) => fate.startsWith('suppressed'))],
];

const isSame = (one: string, other: string | null): boolean =>
  one.toLowerCase() === other?.toLowerCase();

function onlyLookAlikes({ customers, ticket: { requester } }: Scenario): boolean {
  return customers.length > 0 && !customers.some(({ email }) => isSame(email, requester.email));
}

it.each(outcomeIds)('has a ticket for %s, of the same name', (outcome) => {
  const scenario = scenarios.find(({ id }) => id === outcome);

  expect(scenario?.expected).toMatchObject({ verdict: 'settled', outcome, replies: [outcome] });
  expect(Object.keys(scenario?.expected.checks ?? {}).sort()).toEqual(
    [...passwordEdition.checks].sort(),
  );
});

it.each(outcomesOf(oneTimeLinkEdition))('has a ticket for %s by today’s page', (outcome) => {
  const scenario = scenarios.find(({ id }) => id === `today_${outcome}`);

  expect([scenario?.expected.outcome, scenario?.expected.byHand?.outcome]).toContain(outcome);
  expect(scenario?.settings).toMatchObject({ portal_sign_in: 'one_time_link' });
});

it.each(traps)('has a ticket with %s', (_, isSo) => {
  expect(scenarios.filter(isSo)).not.toHaveLength(0);
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
  const moments = scenarios.flatMap(({ ticket, mails }) => [
    ticket.createdAt,
    ...ticket.conversation.map(({ at }) => at),
    ...mails.map(({ at }) => at),
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
