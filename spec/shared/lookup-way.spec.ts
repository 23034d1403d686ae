import fc from 'fast-check';
import manifest from '../../manifest.json';
import { parseLookupWay } from '../../src/shared/lookup-way';

const ofExport =
  '/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email' +
  '&schema[only][]=login_activated&schema[only][]=confirmed_at';
const shipped = String(
  manifest.parameters.find(({ name }) => name === 'customersdot_lookup_path')?.default,
);

it.each([
  ['', 'by-hand'],
  ['by hand', 'by-hand'],
  [shipped, 'compact-list'],
  ['/rails/customer.json?compact=true', 'compact-list'],
  ['/api/support/sign_in_check?email={email}', 'endpoint'],
  ['/api/customers/{email}/status', 'endpoint'],
  [`${ofExport}&query={email}`, 'export'],
  [`${ofExport}&per=5&f[email][1][o]=is&f[email][1][v]={email}`, 'export'],
  [`${ofExport}&query={email}`.replaceAll('[', '%5B').replaceAll(']', '%5D'), 'export'],
])('%s: %s', (text, way) => {
  expect(parseLookupWay(text)).toEqual({
    ok: true,
    value: way === 'by-hand' ? { way } : { way, path: text },
  });
});

it.each([
  // The list without `compact=true`, in whatever disguise: Rails answers JSON to our `Accept` without `.json` too.
  ['/admin/customer.json?query={email}', 'list-not-compact'],
  ['/admin/customer.json', 'list-not-compact'],
  ['/admin/customer?query={email}', 'list-not-compact'],
  ['/Admin/customer?query={email}', 'list-not-compact'],
  ['/%61dmin/customer?query={email}', 'list-not-compact'],
  ['/admin%2Fcustomer?query={email}', 'list-not-compact'],
  ['/admin/customer/{email}', 'list-not-compact'],
  ['/admin/customer/{email}.json', 'list-not-compact'],
  ['/admin/customer?compact=true', 'list-not-compact'],
  // One record, with all its columns: compact is a word of the list only.
  ['/admin/customer/1.json?compact=true', 'list-not-compact'],
  ['/admin/customer/{email}.json?compact=true', 'list-not-compact'],
  ['/admin/customer/6f9619ff-8b86.json?compact=true', 'list-not-compact'],
  ['/admin/customer/export.json?compact=true', 'list-not-compact'],
  ['/admin/customer/1/history.json?compact=true', 'list-not-compact'],
  ['/admin/customer/new.json?compact=true', 'list-not-compact'],
  ['/admin/dashboard.json?compact=true', 'list-not-compact'],
  ['/admin/customer.json?compact=false', 'list-not-compact'],
  ['/admin/customer.json?schema[only][]=id&query={email}', 'list-not-compact'],
  ['/admin/customer.json?compact=true&compact=false', 'unknown-parameter'],
  ['/admin/customer.json?compact=true&query={email}', 'unknown-parameter'],
  // Columns that are nobody's business.
  ['/admin/customer/export?json=1&query={email}', 'other-columns'],
  [`${ofExport}&schema[only][]=encrypted_password&query={email}`, 'other-columns'],
  [`${ofExport}&schema[only]=access_token&query={email}`, 'other-columns'],
  [`${ofExport}&schema[except][]=uid&query={email}`, 'other-columns'],
  [`${ofExport}&schema[include][orders][only][]=id&query={email}`, 'other-columns'],
  // Methods of the model: `destroy` is one.
  [`${ofExport}&schema[methods][]=destroy&query={email}`, 'calls-methods'],
  [`${ofExport}&schema%5Bmethods%5D%5B%5D=destroy&query={email}`, 'calls-methods'],
  ['/api/x?schema[methods]=destroy&email={email}', 'calls-methods'],
  [`${ofExport}&[schema][methods][]=destroy&query={email}`, 'unknown-parameter'],
  // The whole table.
  [`${ofExport}&all=true&query={email}`, 'all-rows'],
  ['/api/x?all=true&email={email}', 'all-rows'],
  [`${ofExport}&[all]=true&query={email}`, 'unknown-parameter'],
  [`${ofExport}&bulk_ids[]=1&query={email}`, 'unknown-parameter'],
  [`${ofExport}&query=jane`, 'unknown-parameter'],
  [`${ofExport}&f[email][1][o]=not_like&f[email][1][v]={email}`, 'unknown-parameter'],
  [`${ofExport}&f[uid][1][o]=is&f[uid][1][v]={email}`, 'unknown-parameter'],
  [ofExport, 'path-without-placeholder'],
  [`${ofExport}&query={email}&f[email][1][v]={email}`, 'path-without-placeholder'],
  ['/api/customers', 'path-without-placeholder'],
  ['/api/{email}?email={email}', 'path-without-placeholder'],
  ['api?email={email}', 'path-not-absolute'],
  ['https://example.com/{email}', 'path-not-absolute'],
  ['//example.com/{email}', 'path-not-absolute'],
  // Old Rails takes `;` for `&`, and dots lead back to the admin.
  ['/api/x?email={email};schema[methods][]=destroy', 'unsafe-text'],
  ['/api/../admin/customer?query={email}', 'unsafe-text'],
  ['/api/%2e%2e/admin/customer?query={email}', 'unsafe-text'],
  ['/api%5Cx?email={email}', 'unsafe-text'],
  ['/api/x#?email={email}', 'unsafe-text'],
  ['/api/x?email={email}&key={{setting.customersdot_token}}', 'unsafe-text'],
  ['/api/x?email={email}\nHost: x', 'unsafe-text'],
  ['/api/ü?email={email}', 'unsafe-text'],
  ['/api/%E0%A4%A?email={email}', 'unsafe-text'],
])('%s is refused: %s', (text, problem) => {
  expect(parseLookupWay(text)).toEqual({
    ok: false,
    failure: { problem, expected: expect.stringMatching(/^\//) as unknown },
  });
});

it('says what is expected in a path that it takes itself', () => {
  for (const text of ['x', '/admin/customer', `${ofExport}&all=true`]) {
    const refused = parseLookupWay(text);
    expect(refused.ok ? refused : parseLookupWay(refused.failure.expected)).toMatchObject({
      ok: true,
    });
  }
});

it('never lets a path through that asks RailsAdmin for more than the app needs', () => {
  const places = fc.constantFrom(
    ...[
      '/admin',
      '/customer',
      '/customer.json',
      '/admin/customer/export',
      '/1',
      '/export',
      '.json',
    ],
    ...['/api', '/{email}', '%5B', '/..', ';'],
  );
  const parameters = fc.constantFrom(
    ...['compact=true', 'compact=true;x=1', 'json=1', 'all=true', 'query={email}', 'x=1'],
    ...[
      'schema[only][]=id',
      'schema[only][]=email',
      'schema[only][]=access_token',
      'schema[methods][]=destroy',
    ],
    ...['f[email][1][o]=is', 'f[email][1][v]={email}'],
  );
  const made = fc
    .tuple(fc.array(places, { minLength: 1, maxLength: 3 }), fc.array(parameters, { maxLength: 4 }))
    .map(([path, query]) =>
      [path.join(''), query.join('&')].filter((part) => part !== '').join('?'),
    );
  // One of those that are let through, and more behind it.
  const grown = fc
    .tuple(
      fc.constantFrom(shipped, `${ofExport}&query={email}`),
      fc.array(parameters, { maxLength: 2 }),
    )
    .map((parts) => parts.flat().join('&'));
  const paths = fc.oneof(made, grown);
  const letThrough = { compact: 0, narrow: 0, other: 0 };
  fc.assert(
    fc.property(paths, (path) => {
      const parsed = parseLookupWay(path);
      if (!parsed.ok || parsed.value.way === 'by-hand') return;
      const url = new URL(path, 'https://customers.example.com');
      const asked = [...url.searchParams].map((pair) => pair.join('=')).join('\n');
      expect(asked).not.toMatch(/^schema\[methods|^schema.*=access_token$|^all=/m);
      expect(path).not.toContain(';');
      expect(url.pathname).toBe(path.split('?')[0]?.replaceAll('{email}', '%7Bemail%7D'));
      const isAdmin = url.pathname.split('/').includes('admin');
      const isCompact = url.search === '?compact=true' && /[a-z]\.json$/.test(url.pathname);
      const isNarrow = url.pathname.endsWith('/export') && path.includes('schema[only][]=');
      expect(isAdmin ? isCompact || isNarrow : true).toBe(true);
      letThrough[isCompact ? 'compact' : isNarrow ? 'narrow' : 'other'] += 1;
    }),
    { numRuns: 5_000 },
  );
  expect(Math.min(...Object.values(letThrough))).toBeGreaterThan(20);
});
