import fc from 'fast-check';
import type { Address } from '../../src/address/address';
import { readAccounts, readIds } from '../../src/customersdot/read-accounts';
import type { PortalAccount } from '../../src/diagnosis/answers';
import { runs } from '../support/runs';
import { recordings } from './recordings';

const count = runs(5_000, 200_000);

const jane = 'jane.doe@example.com' as Address;
const pageSize = 20;

const emails = fc.constantFrom<unknown>(
  jane,
  'Jane.Doe@Example.COM',
  ' jane.doe@example.com ',
  'jane_doe@example.com',
  'jane.doe@example.com.au',
  'bob@example.com',
  'jane.doe@example.com\u0000',
  'ʝane.doe@example.com',
  '{{setting.customersdot_token}}',
  '',
  null,
  17,
);
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, '', 'false', 'null', '0000-00-00', [], {}),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const instants = fc.constantFrom<unknown>('2024-03-05T10:15:30.123Z', null, '2024', '1', 0);
const rows = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        id: fc.oneof(fc.nat(), odd),
        email: emails,
        login_activated: odd,
        confirmed_at: fc.oneof(instants, odd),
        encrypted_password: fc.constant('secret'),
        ['__proto__']: fc.constant({ email: jane }),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: odd },
);
const lists = fc.array(rows, { maxLength: 22 });
const shapes = fc.oneof(
  { weight: 5, arbitrary: lists },
  { weight: 2, arbitrary: fc.record({ customers: fc.oneof(lists, odd) }) },
  { weight: 2, arbitrary: rows },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const texts = shapes.map((value) => JSON.stringify(value));
const recorded = fc.constantFrom(...recordings.map(({ response }) => response.body.slice(0, 2000)));
const broken = fc
  .tuple(fc.oneof(texts, recorded), fc.nat(400), fc.string({ unit: 'binary', maxLength: 4 }))
  .map(([text, at, junk]) => text.slice(0, at) + junk + text.slice(at + junk.length));
const bodies = fc.oneof(
  { weight: 6, arbitrary: texts },
  { weight: 2, arbitrary: broken },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

interface Stated {
  readonly rows: readonly unknown[];
  readonly isList: boolean;
}

/** What the body says, read as naively as can be; `undefined` where it is no JSON of a known shape. */
function stated(body: string): Stated | undefined {
  try {
    const json = JSON.parse(body.replace(/^\uFEFF/, '')) as { customers?: unknown } | null;
    const list = Array.isArray(json) ? json : json?.customers;
    if (Array.isArray(list)) return { rows: list as unknown[], isList: true };
    return { rows: [json], isList: false };
  } catch {
    return undefined;
  }
}

const own = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, name)
    ? (row as Record<string, unknown>)[name]
    : undefined;
const isJane = (row: unknown): boolean => {
  const email = own(row, 'email');
  return typeof email === 'string' && email.trim().toLowerCase() === jane;
};

/** How often the cases that matter came up: a generator that never hits them proves nothing. */
const hits = { none: 0, one: 0, several: 0, off: 0, unconfirmed: 0, failed: 0 };

/** `expect` itself would take most of the time. */
function claim(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function checkAccount(account: PortalAccount, says: readonly unknown[]): void {
  const { loginActivated, confirmedAt, confirmed } = account;
  const states = (name: string, value: unknown) => says.some((row) => own(row, name) === value);
  claim(loginActivated === undefined || states('login_activated', loginActivated), 'login');
  claim(confirmedAt !== null || states('confirmed_at', null), 'confirmed');
  claim(confirmed === undefined, 'confirmed is for filters');
  claim(Object.keys(account).join() === 'id,email,loginActivated,confirmedAt,confirmed', 'columns');
  if (loginActivated === false) hits.off += 1;
  if (confirmedAt === null) hits.unconfirmed += 1;
}

function checkBody(body: string): void {
  const found = readAccounts(body, jane, pageSize);
  if (!found.ok) {
    claim(found.failure.kind === 'malformed', 'kind');
    hits.failed += 1;
    return;
  }
  const { accounts, lookAlikes } = found.value;
  const { rows: listed = [], isList = false } = stated(body) ?? {};
  const ours = listed.filter(isJane);
  claim(accounts.length === ours.length, 'accounts');
  claim(!lookAlikes.some((email) => isJane({ email }) || email.includes('{{')), 'look-alikes');
  accounts.forEach((account) => {
    checkAccount(account, ours);
  });
  if (accounts.length === 0) {
    const allRead = listed.every((row) => typeof own(row, 'email') === 'string');
    claim(isList && allRead && listed.length < pageSize, 'none');
    hits.none += 1;
  } else if (accounts.length === 1) hits.one += 1;
  else hits.several += 1;
}

describe('generated bodies', () => {
  it('are read without a throw and without a "no" of our own', () => {
    fc.assert(fc.property(bodies, checkBody), { numRuns: count });
    const rare = Object.entries(hits).filter(([, hit]) => hit < count / 200);
    expect(rare).toEqual([]);
  });

  it('are a list of ids only where they are nothing but that', () => {
    const checkIds = (body: string): void => {
      const ids = readIds(body, 20);
      if (!ids.ok) {
        claim(ids.failure.kind === 'malformed', 'kind');
        return;
      }
      const says = stated(body);
      claim(says?.isList === true && says.rows.length === ids.value.length, 'list');
      claim(!ids.value.some((id) => !/^[\w-]{1,64}$/.test(id)), 'ids');
      claim(says?.rows.every((row) => own(row, 'email') === undefined) === true, 'whole records');
    };
    const compact = fc
      .array(fc.record({ id: fc.oneof(fc.nat(), odd), label: odd }, { requiredKeys: ['id'] }), {
        maxLength: 22,
      })
      .map((list) => JSON.stringify(list));
    fc.assert(fc.property(fc.oneof(bodies, compact), checkIds), { numRuns: runs(2_000, 50_000) });
  });
});
