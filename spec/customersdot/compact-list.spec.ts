import type { IncomingAnswer } from '../../src/shared/request';
import recordedCustomers from '../../sandbox/customersdot/recorded-customers.json';
import { answering, portal, replaying, type FakeSend } from './fake-send';
import { host, listPath, lookUp, oneAccount } from './look-up';

const normal = 'normal.customer@example.com';
const bodyOf = (...ids: readonly string[]) =>
  JSON.stringify(ids.map((id) => ({ id, label: `Customer #${id}` })));

/** What each of the five questions is answered with, in their order. */
interface Answers {
  readonly similar: readonly string[];
  readonly on?: readonly string[];
  readonly off?: readonly string[];
  readonly stated?: readonly string[];
  readonly confirmed?: readonly string[];
}

const refused: Partial<IncomingAnswer> = { status: 403 };

/** The sixth question, where it is asked, finds the same as the first. */
function list(
  { similar, on = [], off = [], stated = [], confirmed = [] }: Answers,
  failing: readonly number[] = [],
): FakeSend {
  return answering(
    ...[similar, on, off, stated, confirmed, similar].map((ids, index) =>
      failing.includes(index) ? refused : { body: bodyOf(...ids) },
    ),
  );
}

describe('the questions', () => {
  it('are five, at once, for ids only, with the brackets encoded', async () => {
    const fake = portal();
    const found = lookUp(fake, "O'Brien+x@Example.com", listPath);
    expect(fake.sent.map(({ url }) => url)).toEqual(
      [
        'f[email][1][o]=like&f[email][1][v]=EMAIL',
        'f[email][1][o]=is&f[email][1][v]=EMAIL&f[login_activated][2][o]=&f[login_activated][2][v]=true',
        'f[email][1][o]=is&f[email][1][v]=EMAIL&f[login_activated][2][o]=&f[login_activated][2][v]=false',
        'f[email][1][o]=is&f[email][1][v]=EMAIL&f[login_activated][2][o]=_not_null&f[login_activated][2][v]=',
        'f[email][1][o]=is&f[email][1][v]=EMAIL&f[confirmed_at][2][o]=_not_null&f[confirmed_at][2][v]=',
      ].map(
        (filters) =>
          `https://${host}/admin/customer.json?compact=true&` +
          filters
            .replaceAll('[', '%5B')
            .replaceAll(']', '%5D')
            .replaceAll('EMAIL', 'o%27brien%2Bx%40example.com'),
      ),
    );
    await found;
    for (const { headers, method } of fake.sent) {
      expect([method, headers]).toEqual([
        'GET',
        { Accept: 'application/json', Authorization: 'Bearer {{setting.customersdot_token}}' },
      ]);
    }
  });

  it('are the ones that were recorded', async () => {
    const fake = replaying();
    const asked = (query: string) => fake.send({ ...aRequest, url: `https://${host}${query}` });
    const recorded = await asked(
      '/admin/customer.json?compact=true&f[email][1][o]=is&f[email][1][v]=jane.doe%40example.com',
    );
    expect(recorded).toMatchObject({ ok: true, value: { body: bodyOf('4') } });
  });

  const aRequest = { source: 'customersdot', method: 'GET', headers: {} } as const;
});

describe('the recorded customers', () => {
  it.each([
    [normal, '1', true, true],
    ['NORMAL.Customer@EXAMPLE.com', '1', true, true],
    ['reseller.client@example.com', '2', false, true],
    ['unconfirmed.user@example.com', '3', true, false],
    ['jane.doe@example.com', '4', true, true],
    ['pat.smith+gitlab@example.com', '7', true, true],
    // RailsAdmin's filter for `false` has it too.
    ['null.flag@example.com', '8', undefined, true],
    ['blocked.unconfirmed@example.com', '9', false, false],
    ["o'brien@example.com", '11', true, true],
  ])('%s', async (email, id, loginActivated, confirmed) => {
    expect(await oneAccount(portal({ canExport: false }), email, listPath)).toEqual({
      id,
      email: email.toLowerCase(),
      loginActivated,
      confirmedAt: undefined,
      confirmed,
    });
  });

  it('are asked a sixth time where more than the exact account is found', async () => {
    const fake = portal();
    expect(await oneAccount(fake, 'jane.doe@example.com', listPath)).toMatchObject({ id: '4' });
    expect(decodeURIComponent(fake.sent[5]?.url ?? '')).toBe(
      `https://${host}${listPath}&f[email][1][o]=starts_with&f[email][1][v]=jane.doe@example.com` +
        '&f[email][2][o]=ends_with&f[email][2][v]=jane.doe@example.com',
    );
    expect(fake.sent).toHaveLength(6);
    const only = portal();
    await oneAccount(only, normal, listPath);
    expect(only.sent).toHaveLength(5);
  });

  it.each([
    ['jane.doe@example.com', 'Jane.Doe@Example.com'],
    ['jane_doe@example.com', 'jane.doe@example.com'],
  ])('may be more than one where %s has a double in %s', async (email, double) => {
    const twice = [...recordedCustomers, { ...recordedCustomers[0]!, id: 99, email: double }];
    expect(await lookUp(portal({ customers: twice }), email, listPath)).toMatchObject({
      value: { accounts: [{ email }], mayBeMore: true },
    });
  });

  it('say "no account" where no address has it in it', async () => {
    expect(await lookUp(portal(), 'nobody@example.com', listPath)).toEqual({
      ok: true,
      value: { accounts: [], lookAlikes: [] },
    });
  });

  it('do not say it where only the company has it in it', async () => {
    // `query` would find the company of billing.contact@example.com; the filter on the address does not.
    const found = await lookUp(portal(), 'c.jane.doe@example.com', listPath);
    expect(found).toEqual({ ok: true, value: { accounts: [], lookAlikes: [] } });
  });

  it.each([
    ['a part of another address', 'doe@example.com'],
    ['an address in other capitals', 'jane.doe@example.com.au'],
    ['an address that the wildcard finds', 'jane_d_e@example.com'],
  ])('leave %s unknown', async (_, email) => {
    expect(await lookUp(portal(), email, listPath)).toEqual({
      ok: true,
      value: { accounts: [], lookAlikes: [], notExact: true },
    });
  });
});

describe('answers that do not fit together', () => {
  const contradiction = { failure: { kind: 'malformed', what: 'wrong-shape' } };

  it.each<[string, Answers]>([
    ['on and off', { similar: ['1'], on: ['1'], off: ['1'], stated: ['1'] }],
    ['on, though null', { similar: ['1'], on: ['1'] }],
    ['exact, though not similar', { similar: [], on: ['1'], stated: ['1'] }],
    ['neither on nor off', { similar: ['1'], confirmed: ['1'] }],
    ['a list that was not filtered', { similar: ['1'], off: ['1', '2', '3', '4', '5', '6'] }],
  ])('are no answer: %s', async (_, answers) => {
    expect(await lookUp(list(answers), normal, listPath)).toMatchObject(contradiction);
  });

  it('may leave out of a full page what they have found exactly', async () => {
    const full = Array.from({ length: 20 }, (_, id) => String(100 + id));
    const same = (body: string) =>
      answering(...[full, ['1'], [], ['1'], ['1']].map((ids) => ({ body: bodyOf(...ids) })), {
        body,
      });
    expect(await lookUp(same(bodyOf('1')), normal, listPath)).toMatchObject({
      value: { accounts: [{ id: '1' }] },
    });
    expect(await lookUp(same('<html>'), normal, listPath)).toMatchObject({
      value: { accounts: [{ id: '1' }], mayBeMore: true },
    });
  });

  it('are several accounts where the table has several, each with its own', async () => {
    const answers = { similar: ['1', '2'], on: ['1'], off: ['2'], stated: ['1', '2'] };
    expect(await lookUp(list(answers), normal, listPath)).toMatchObject({
      value: {
        accounts: [
          { id: '1', loginActivated: true, confirmed: false },
          { id: '2', loginActivated: false, confirmed: false },
        ],
      },
    });
  });
});

describe('an answer that is missing', () => {
  const reseller = { similar: ['2'], off: ['2'], stated: ['2'], confirmed: ['2'] };
  const forbidden = { source: 'customersdot', kind: 'forbidden', status: 403 };

  it.each([
    [[0], { accounts: [{ id: '2', loginActivated: false, confirmed: true }] }],
    [[1], { accounts: [{ id: '2', loginActivated: false }], loginFailure: forbidden }],
    [[2], { accounts: [{ id: '2', loginActivated: undefined }], loginFailure: forbidden }],
    [[3], { accounts: [{ id: '2', loginActivated: undefined }], loginFailure: forbidden }],
    [
      [4],
      { accounts: [{ loginActivated: false, confirmed: undefined }], confirmedFailure: forbidden },
    ],
  ])('of the questions %j leaves its own check unknown', async (failing, value) => {
    expect(
      await lookUp(list(reseller, failing), 'reseller.client@example.com', listPath),
    ).toMatchObject({ ok: true, value });
  });

  it.each([[[0]], [[1]], [[2]], [[1, 2]], [[0, 1, 2, 3, 4]]])(
    'of the questions %j never makes an account absent, or only similar, that it might have found',
    async (failing) => {
      const found = await lookUp(list({ similar: ['7'] }, failing), normal, listPath);
      expect(found).toEqual({ ok: false, failure: forbidden });
    },
  );

  it('does not matter where no address has this one in it', async () => {
    expect(await lookUp(list({ similar: [] }, [1, 2, 3, 4]), normal, listPath)).toEqual({
      ok: true,
      value: { accounts: [], lookAlikes: [] },
    });
  });
});

it.each([
  ['whole records', JSON.stringify([{ id: 1, email: normal, access_token: 'secret' }])],
  ['an object', '{"id":"1"}'],
  ['rows without an id', '[{"label":"Customer #1"}]'],
  ['more rows than a page has', bodyOf(...Array.from({ length: 21 }, (_, id) => String(id)))],
  ['an id that is a path', '[{"id":"../1"}]'],
])('is not answered by %s', async (_, body) => {
  const fake = answering(...Array<{ body: string }>(5).fill({ body }));
  expect(await lookUp(fake, normal, listPath)).toMatchObject({
    failure: { kind: 'malformed', what: 'wrong-shape' },
  });
});
