import type { Address } from '../../src/address/address';
import { lookUpAccount } from '../../src/customersdot/look-up-account';
import type { IncomingAnswer } from '../../src/shared/request';
import { answering, answeringAs, portal, replaying } from './fake-send';
import {
  exportPath,
  host,
  lookUp,
  oneAccount,
  recordedByFilter,
  recordedByQuery,
  wayOf,
} from './look-up';

const normal = 'normal.customer@example.com';

describe('the question', () => {
  it('is one request for the four columns, with the secrets as placeholders', async () => {
    const fake = portal();
    await lookUp(fake, normal, exportPath);
    expect(fake.sent).toEqual([
      {
        source: 'customersdot',
        method: 'GET',
        url: `https://${host}/admin/customer/export?json=1&schema%5Bonly%5D%5B%5D=id&schema%5Bonly%5D%5B%5D=email&schema%5Bonly%5D%5B%5D=login_activated&schema%5Bonly%5D%5B%5D=confirmed_at&query=normal.customer%40example.com`,
        headers: {
          Accept: 'application/json',
          Authorization: 'Bearer {{setting.customersdot_token}}',
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
    expect(await oneAccount(fake, email, exportPath)).toMatchObject({ id, email });
    expect(fake.sent[0]?.url).toContain(`query=${encoded}`);
  });

  it.each([
    '',
    '   ',
    '%',
    '_',
    '%@example.com',
    'jane%doe@example.com',
    '_@example.com',
    '%%@%.com',
    '_null',
    '_discard',
  ])('is never asked about %p, which would find everybody', async (email) => {
    const fake = answering();
    expect(await lookUp(fake, email, exportPath)).toEqual({
      ok: false,
      failure: { source: 'customersdot', kind: 'misconfigured', setting: 'address' },
    });
    expect(fake.sent).toEqual([]);
  });
});

describe('the host', () => {
  it.each(['', 'example.com/x', 'eve@example.com', 'example.com?', '{{setting.x}}'])(
    'is never %p',
    async (wrong) => {
      const { send, sent } = answering();
      const portalThere = { host: wrong, lookup: wayOf('/x?q={email}') };
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
  const place = { host, lookup: wayOf(exportPath) };
  await lookUpAccount(
    (request, how) => {
      given.push(how);
      return send(request, how);
    },
    place,
    normal as Address,
    options,
  );
  expect(given).toEqual(Array(6).fill(options));
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
    expect(await oneAccount(portal(), 'NORMAL.Customer@EXAMPLE.com', exportPath)).toMatchObject({
      id: '1',
    });
    expect(await oneAccount(portal(), 'jane.doe@example.com.AU', exportPath)).toMatchObject({
      id: '6',
    });
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
    expect(await lookUp(answering({ body: rows(20) }), normal, exportPath)).toMatchObject({
      value: { accounts: [{ id: '0' }], mayBeMore: true },
    });
    const short = await lookUp(answering({ body: rows(19) }), normal, exportPath);
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
    const found = await lookUp(portal(), 'jane_d_e@example.com', exportPath);
    expect(found).toMatchObject({
      value: {
        accounts: [],
        lookAlikes: ['Jane.Doe@Example.com.au', 'jane_doe@example.com', 'jane.doe@example.com'],
      },
    });
  });

  it('say none where a search that minds no capitals found none', async () => {
    expect(await lookUp(portal(), 'nobody@example.com', exportPath)).toEqual({
      ok: true,
      value: { accounts: [], lookAlikes: [] },
    });
  });

  it('say none where the search found only the look-alikes', async () => {
    expect(await lookUp(portal(), 'doe@example.com', exportPath)).toMatchObject({
      ok: true,
      value: {
        accounts: [],
        lookAlikes: ['Jane.Doe@Example.com.au', 'jane_doe@example.com', 'jane.doe@example.com'],
      },
    });
  });
});

describe('a refused export', () => {
  it.each([403, 500] as const)('(%d) gives way to the compact list', async (status) => {
    const readonly = { canExport: false, deniedExport: status };
    const confirmed = async (email: string) =>
      (await oneAccount(portal(readonly), email, exportPath)).confirmed;
    expect(await confirmed(normal)).toBe(true);
    expect(await confirmed('unconfirmed.user@example.com')).toBe(false);
    const fake = portal(readonly);
    expect(await lookUp(fake, 'nobody@example.com', exportPath)).toMatchObject({
      ok: true,
      value: { accounts: [] },
    });
    expect(fake.sent.slice(1)).toHaveLength(5);
    for (const { url } of fake.sent.slice(1)) {
      expect(url).toContain('/admin/customer.json?compact=true&f%5Bemail%5D');
    }
  });

  it('keeps its own failure where the list is refused as well', async () => {
    const refused = { status: 403 };
    const fake = answering({ status: 500 }, ...Array<typeof refused>(5).fill(refused));
    expect(await lookUp(fake, normal, exportPath)).toMatchObject({
      failure: { kind: 'server', status: 500 },
    });
  });

  it.each([302, 401, 404, 406, 429, 502, 503])('is not what a %d means', async (status) => {
    const fake = answering({ status });
    expect(await lookUp(fake, normal, exportPath)).toMatchObject({ ok: false });
    expect(fake.sent).toHaveLength(1);
  });

  it('says why where the list cannot be read to its end', async () => {
    const cutOff = { body: '[{"id":1' };
    const fake = answering({ status: 403 }, ...Array<typeof cutOff>(5).fill(cutOff));
    expect(await lookUp(fake, normal, exportPath)).toMatchObject({
      failure: { kind: 'malformed', what: 'truncated' },
    });
  });

  it('is dropped with everything else when nobody wants to know any more', async () => {
    const failure = { source: 'customersdot', kind: 'cancelled' } as const;
    const fake = answering({ status: 403 }, ...Array<typeof failure>(5).fill(failure));
    expect(await lookUp(fake, normal, exportPath)).toEqual({ ok: false, failure });
  });
});

describe('an export that leaves confirmed_at out', () => {
  const without = exportPath.replace('&schema[only][]=confirmed_at', '');
  const row = { id: 1, email: normal, login_activated: true };
  const withRow = (answer: Partial<IncomingAnswer>) =>
    answering({ body: JSON.stringify([row]) }, answer);

  it.each([
    [normal, true],
    ['unconfirmed.user@example.com', false],
    // Its row has capitals, which the filter minds.
    ['jane.doe@example.com.au', true],
  ])('is completed by a filter that shows ids only: %s', async (email, confirmed) => {
    const fake = portal();
    expect(await oneAccount(fake, email, without)).toMatchObject({
      confirmedAt: undefined,
      confirmed,
    });
    expect(fake.sent[1]?.url).toContain('/admin/customer.json?compact=true&');
  });

  it.each([
    ['500', { status: 500 }],
    ['somebody else', { body: '[{"id":"2","label":"Customer #2"}]' }],
    ['whole records', { body: JSON.stringify([row]) }],
    ['an object', { body: '{}' }],
    ['a page', { body: '<html>' }],
  ])('leaves confirmed unknown where the filter answers %s', async (_, answer) => {
    expect(await oneAccount(withRow(answer), normal, without)).toMatchObject({
      loginActivated: true,
      confirmedAt: undefined,
      confirmed: undefined,
    });
  });

  it('says why confirmed could not be asked for', async () => {
    expect(await lookUp(withRow({ status: 500 }), normal, without)).toMatchObject({
      value: { confirmedFailure: { source: 'customersdot', kind: 'server', status: 500 } },
    });
    const silent = await lookUp(withRow({ body: '[]' }), normal, without);
    expect(silent.ok && silent.value).not.toHaveProperty('confirmedFailure');
  });

  it('guesses at none of several accounts', async () => {
    const rows = [{ email: normal }, { email: normal.toUpperCase() }];
    const fake = answering({ body: JSON.stringify(rows) });
    expect(await lookUp(fake, normal, without)).toMatchObject({
      value: { accounts: [{ confirmed: undefined }, { confirmed: undefined }] },
    });
  });
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
    expect(await lookUp(answeringAs(name), 'someone@example.com', exportPath)).toMatchObject({
      ok: false,
      failure: { source: 'customersdot', ...failure },
    });
  });

  it('is a value whatever is thrown on the way', async () => {
    const send = () => {
      throw new Error('not foreseen');
    };
    expect(await lookUp({ send, sent: [] }, normal, exportPath)).toMatchObject({
      failure: { source: 'customersdot', kind: 'malformed' },
    });
  });

  it('of the sender is passed on', async () => {
    const failure = { source: 'customersdot', kind: 'timeout', afterMs: 10_000 } as const;
    expect(await lookUp(answering(failure), normal, exportPath)).toEqual({ ok: false, failure });
  });
});
