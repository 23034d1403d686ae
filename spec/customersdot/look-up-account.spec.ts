import type { Address } from '../../src/address/address';
import { lookUpAccount } from '../../src/customersdot/look-up-account';
import { answering, answeringAs, portal, replaying } from './fake-send';
import {
  defaultPath,
  host,
  lookUp,
  oneAccount,
  recordedByFilter,
  recordedByQuery,
} from './look-up';

const normal = 'normal.customer@example.com';

describe('the question', () => {
  it('is one request for the four columns, with the secrets as placeholders', async () => {
    const fake = portal();
    await lookUp(fake, normal);
    expect(fake.sent).toEqual([
      {
        source: 'customersdot',
        method: 'GET',
        url: `https://${host}/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email&schema[only][]=login_activated&schema[only][]=confirmed_at&query=normal.customer%40example.com`,
        headers: {
          Accept: 'application/json',
          'X-Admin-Email': '{{setting.customersdot_admin_email}}',
          'X-Admin-Token': '{{setting.customersdot_admin_token}}',
        },
        cacheKey: fake.sent[0]?.url,
      },
    ]);
  });

  it.each([
    ['pat.smith+gitlab@example.com', 'pat.smith%2Bgitlab%40example.com', '7'],
    ["o'brien@example.com", 'o%27brien%40example.com', '11'],
    ['jane_doe@example.com', 'jane_doe%40example.com', '5'],
  ])('encodes %s and finds only that', async (email, encoded, id) => {
    const fake = portal();
    expect(await oneAccount(fake, email)).toMatchObject({ id, email });
    expect(fake.sent[0]?.url).toContain(`query=${encoded}`);
  });

  it('encodes a percent sign, and takes nobody whom it finds as a wildcard for the one', async () => {
    const fake = portal();
    const found = await lookUp(fake, 'jane%doe@example.com');
    expect(fake.sent[0]?.url).toContain('query=jane%25doe%40example.com');
    expect(found).toMatchObject({ ok: true, value: { accounts: [] } });
  });

  it.each(['', '   ', '%', '_', '%@example.com', '_@example.com', '%%@%.com', '_null', '_discard'])(
    'is never asked about %p, which would find everybody',
    async (email) => {
      const fake = answering();
      expect(await lookUp(fake, email)).toEqual({
        ok: false,
        failure: { source: 'customersdot', kind: 'misconfigured', setting: 'address' },
      });
      expect(fake.sent).toEqual([]);
    },
  );

  it.each(['/admin/customer/export?json=1', 'admin?query={email}', '//example.com/{email}', ''])(
    'is never asked by the path %p',
    async (lookupPath) => {
      const fake = answering();
      expect(await lookUp(fake, normal, lookupPath)).toMatchObject({
        failure: { kind: 'misconfigured', setting: 'customersdot_lookup_path' },
      });
      expect(fake.sent).toEqual([]);
    },
  );
});

describe('the host', () => {
  it.each(['', 'example.com/x', 'eve@example.com', 'example.com?', '{{setting.x}}'])(
    'is never %p',
    async (wrong) => {
      const { send, sent } = answering();
      const portalThere = { host: wrong, lookupPath: '/x?q={email}' };
      expect(await lookUpAccount(send, portalThere, normal as Address)).toMatchObject({
        failure: { kind: 'misconfigured', setting: 'customersdot_host' },
      });
      expect(sent).toEqual([]);
    },
  );
});

it('can be stopped, and asked past what is remembered, at every step', async () => {
  const given: unknown[] = [];
  const { send } = portal({ canExport: false });
  const options = { signal: new AbortController().signal, fresh: true };
  const place = { host, lookupPath: defaultPath };
  await lookUpAccount(
    (request, how) => {
      given.push(how);
      return send(request, how);
    },
    place,
    normal as Address,
    options,
  );
  expect(given).toEqual([options, options, options]);
});

describe('the recorded answers', () => {
  it('are read to the four columns', async () => {
    expect(await lookUp(replaying(), normal, recordedByFilter)).toEqual({
      ok: true,
      value: {
        accounts: [
          {
            id: '1',
            email: normal,
            loginActivated: true,
            confirmedAt: Date.parse('2024-03-05T10:15:30.123Z'),
            confirmed: undefined,
          },
        ],
        lookAlikes: [],
      },
    });
  });

  it.each([
    ['reseller.client@example.com', { loginActivated: false }],
    ['unconfirmed.user@example.com', { loginActivated: true, confirmedAt: null }],
    ['null.flag@example.com', { loginActivated: undefined }],
  ])('of %s', async (email, expected) => {
    expect(await oneAccount(replaying(), email, recordedByFilter)).toMatchObject(expected);
  });

  it('are compared exactly, and only the alike are named beside', async () => {
    const found = await lookUp(replaying(), 'jane.doe@example.com', recordedByQuery);
    expect(found).toMatchObject({
      ok: true,
      value: { accounts: [{ id: '4' }], lookAlikes: ['Jane.Doe@Example.com.au'] },
    });
  });

  it('are compared without regard to capitals', async () => {
    expect(await oneAccount(portal(), 'NORMAL.Customer@EXAMPLE.com')).toMatchObject({ id: '1' });
    expect(await oneAccount(portal(), 'jane.doe@example.com.AU')).toMatchObject({ id: '6' });
  });

  it('say that there may be more where the page is full', async () => {
    const rows = (count: number) =>
      JSON.stringify(
        Array.from({ length: count }, (_, id) => ({
          id,
          email: id === 0 ? normal : `${id}.${normal}`,
          login_activated: false,
          confirmed_at: null,
        })),
      );
    const paged = '/admin/customer.json?query={email}';
    expect(await lookUp(answering({ body: rows(20) }), normal, paged)).toMatchObject({
      value: { accounts: [{ id: '0' }], mayBeMore: true },
    });
    const short = await lookUp(answering({ body: rows(19) }), normal, paged);
    expect(short).toMatchObject({ value: { accounts: [{ id: '0' }] } });
    expect(short.ok && short.value).not.toHaveProperty('mayBeMore');
  });

  it('of a filter that minds capitals never say that there is no such account', async () => {
    const expected = { failure: { kind: 'misconfigured', setting: 'customersdot_lookup_path' } };
    const email = 'nobody@example.com';
    expect(await lookUp(replaying(), email, recordedByFilter)).toMatchObject(expected);
    const byEquals = recordedByFilter.replace('=is&', '=%3D&');
    for (const path of [recordedByFilter, byEquals]) {
      const found = await lookUp(portal(), 'Jane.doe@example.com.au', path);
      expect(found).toMatchObject(expected);
    }
  });

  it('name as alike whom the wildcard in the address finds', async () => {
    const found = await lookUp(portal(), 'jane_d_e@example.com');
    expect(found).toMatchObject({
      value: {
        accounts: [],
        lookAlikes: ['Jane.Doe@Example.com.au', 'jane_doe@example.com', 'jane.doe@example.com'],
      },
    });
  });

  it('say none where a search that minds no capitals found none', async () => {
    expect(await lookUp(portal(), 'nobody@example.com')).toEqual({
      ok: true,
      value: { accounts: [], lookAlikes: [] },
    });
  });

  it('say none where the search found only the look-alikes', async () => {
    expect(await lookUp(portal(), 'doe@example.com')).toMatchObject({
      ok: true,
      value: {
        accounts: [],
        lookAlikes: ['Jane.Doe@Example.com.au', 'jane_doe@example.com', 'jane.doe@example.com'],
      },
    });
  });
});

describe('a refused export', () => {
  const list = `https://${host}/admin/customer.json`;

  it.each(['5_readonly_export_denied_json', '5_readonly403_export_denied_json'])(
    '(%s) gives way to the list and the filter, as recorded',
    async (denied) => {
      const recorded = [denied, '5_readonly_index', '2_filter_confirmed_at_not_null_and_email'];
      const fake = replaying(...recorded);
      expect(await lookUp(fake, normal, recordedByFilter)).toEqual({
        ok: true,
        value: {
          accounts: [
            {
              id: '1',
              email: normal,
              loginActivated: true,
              confirmedAt: undefined,
              confirmed: true,
            },
          ],
          lookAlikes: [],
        },
      });
      expect(fake.sent).toHaveLength(3);
    },
  );

  it.each([403, 500] as const)('(%d) still tells confirmed from unconfirmed', async (status) => {
    const readonly = { canExport: false, deniedExport: status };
    const confirmed = async (email: string) =>
      (await oneAccount(portal(readonly), email)).confirmed;
    expect(await confirmed(normal)).toBe(true);
    expect(await confirmed('unconfirmed.user@example.com')).toBe(false);
    expect(await confirmed('jane_doe@example.com')).toBe(false);
    // Its row has capitals, which the filter minds.
    expect(await confirmed('jane.doe@example.com.au')).toBe(true);
  });

  it('says none where the list says none, and asks no filter', async () => {
    const fake = portal({ canExport: false });
    expect(await lookUp(fake, 'nobody@example.com')).toMatchObject({
      ok: true,
      value: { accounts: [] },
    });
    expect(fake.sent.map(({ url }) => url).slice(1)).toEqual([
      `${list}?query=nobody%40example.com`,
    ]);
  });

  it('keeps its own failure where the list is refused as well', async () => {
    const fake = answering({ status: 500 }, { status: 403 });
    expect(await lookUp(fake, normal)).toMatchObject({ failure: { kind: 'server', status: 500 } });
  });

  it.each([302, 401, 404, 406, 429, 502, 503])('is not what a %d means', async (status) => {
    const fake = answering({ status });
    expect(await lookUp(fake, normal)).toMatchObject({ ok: false });
    expect(fake.sent).toHaveLength(1);
  });

  it('says why where the list cannot be read to its end', async () => {
    const fake = answering({ status: 403 }, { body: '[{"id":1' });
    expect(await lookUp(fake, normal)).toMatchObject({
      failure: { kind: 'malformed', what: 'truncated' },
    });
  });

  it.each([
    ['500', { status: 500 }],
    ['everybody', { body: JSON.stringify([{ email: normal }, { email: 'bob@example.com' }]) }],
    ['an object', { body: '{}' }],
    ['a page', { body: '<html>' }],
  ])('leaves confirmed unknown where the filter answers %s', async (_, answer) => {
    const row = JSON.stringify([{ id: 1, email: normal, login_activated: false }]);
    const fake = answering({ status: 403 }, { body: row }, answer);
    expect(await oneAccount(fake, normal)).toMatchObject({
      loginActivated: false,
      confirmedAt: undefined,
      confirmed: undefined,
    });
  });

  it('says why confirmed could not be asked for', async () => {
    const row = JSON.stringify([{ id: 1, email: normal, login_activated: true }]);
    const fake = answering({ status: 403 }, { body: row }, { status: 500 });
    expect(await lookUp(fake, normal)).toMatchObject({
      value: {
        accounts: [{ confirmed: undefined }],
        confirmedFailure: { source: 'customersdot', kind: 'server', status: 500 },
      },
    });
    const silent = answering({ status: 403 }, { body: row }, { body: '[]' });
    expect(await lookUp(silent, normal)).not.toMatchObject({
      value: { confirmedFailure: expect.anything() as unknown },
    });
  });

  it('takes a filter that answers one customer for not having filtered', async () => {
    const row = JSON.stringify({ id: 1, email: normal });
    const fake = answering({ status: 403 }, { body: `[${row}]` }, { body: row });
    expect((await oneAccount(fake, normal)).confirmed).toBeUndefined();
  });

  it('guesses at none of several accounts', async () => {
    const rows = [{ email: normal }, { email: normal.toUpperCase() }];
    const fake = answering({ status: 403 }, { body: JSON.stringify(rows) });
    expect(await lookUp(fake, normal)).toMatchObject({
      value: { accounts: [{ confirmed: undefined }, { confirmed: undefined }] },
    });
  });

  it('is dropped with everything else when nobody wants to know any more', async () => {
    const failure = { source: 'customersdot', kind: 'cancelled' } as const;
    const fake = answering({ status: 403 }, failure);
    expect(await lookUp(fake, normal)).toEqual({ ok: false, failure });
  });

  it('asks no list of an API that is not RailsAdmin', async () => {
    const fake = answering({ status: 403 });
    expect(await lookUp(fake, normal, '/api/customers?email={email}')).toMatchObject({
      failure: { kind: 'forbidden', status: 403 },
    });
  });
});

describe('a RailsAdmin path without confirmed_at', () => {
  it.each(['/admin/customer.json?query={email}', '/admin/customer/export?json=1&query={email}'])(
    'is completed by the filter: %s',
    async (lookupPath) => {
      const email = 'unconfirmed.user@example.com';
      expect(await oneAccount(portal(), email, lookupPath)).toMatchObject({
        confirmedAt: undefined,
        confirmed: false,
      });
    },
  );
});

describe('every failure', () => {
  it.each([
    ['5_redirect_unauth_export_json1_accept_json', { kind: 'unauthorised', status: 302 }],
    ['5_headers_wrongtoken_export_json1_accept_json', { kind: 'unauthorised', status: 401 }],
    ['5_redirect_sign_in_page_accept_json', { kind: 'rejected', message: 'Not Acceptable' }],
    ['5_redirect_sign_in_page_html', { kind: 'malformed', what: 'sign-in-page' }],
    ['7_err_unknown_model_html', { kind: 'not-found', status: 404 }],
    ['3_show_missing_any', { kind: 'not-found', status: 404 }],
    ['3_show_missing', { kind: 'malformed', what: 'wrong-shape' }],
    ['1_query_blank', { kind: 'malformed', what: 'wrong-shape' }],
    ['3_show_found', { kind: 'malformed', what: 'wrong-shape' }],
    ['3_show_numeric_prefix', { kind: 'malformed', what: 'wrong-shape' }],
    ['4_export_get_schema_unknown_column', { kind: 'malformed', what: 'wrong-shape' }],
  ])('of the recorded %s is a value', async (name, failure) => {
    expect(await lookUp(answeringAs(name), 'someone@example.com')).toMatchObject({
      ok: false,
      failure: { source: 'customersdot', ...failure },
    });
  });

  it.each(['1_query_null_keyword', '2_filter_unknown_field', '7_err_500_json'])(
    'of the recorded %s is a value, the list having been tried',
    async (name) => {
      expect(await lookUp(answeringAs(name, name), normal)).toMatchObject({
        failure: { kind: 'server', status: 500 },
      });
    },
  );

  it('of the sender is passed on', async () => {
    const failure = { source: 'customersdot', kind: 'timeout', afterMs: 10_000 } as const;
    expect(await lookUp(answering(failure), normal)).toEqual({ ok: false, failure });
  });
});
