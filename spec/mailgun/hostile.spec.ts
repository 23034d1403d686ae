import fc from 'fast-check';
import type { Address } from '../../src/address/address';
import { checks } from '../../src/diagnosis/checks';
import { readItem } from '../../src/mailgun/log-event';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import { mailsFromEvents, toldBySubject } from '../../src/mailgun/mails';
import { readSuppressions } from '../../src/mailgun/suppressions';
import { days, noon } from '../../fixtures/evidence';
import { fakeSend } from './fake-send';
import { answerBody, domain, item, permanent, temporary } from './log-item';
import { runs } from '../support/runs';

const bodies = runs(2_000, 50_000);

const address = 'jane.doe@example.com' as Address;
const listed = {
  reset: ['Reset password instructions'],
  confirmation: ['Confirmation instructions'],
};
const query = {
  source: 'portal_log',
  region: 'us',
  domain,
  subjects: listed,
  window: { from: noon - days(30), to: noon },
} as const;

/** Values that have surprised a parser before. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    0,
    -1,
    Infinity,
    true,
    false,
    [],
    {},
    'null',
    '__proto__',
    'constructor',
    'Reset password instructions',
    'RESET PASSWORD instructions | GitLab',
    '=?utf-8?B?UmVzZXQgcGFzc3dvcmQgaW5zdHJ1Y3Rpb25z?=',
    '=?utf-8?B?*?=',
    '=?x-none?q?a?=',
    'Merge request',
    'delivered',
    'failed',
    'opened',
    'permanent',
    domain,
    address,
    'JANE.DOE@EXAMPLE.COM',
    'other@example.com',
    '2026-11-20T10:00:00.000Z',
    '999999-11-20T10:00:00Z',
    '<script>alert(1)</script>',
    '{{setting.mailgun_api_key}}',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

const valid = fc.constantFrom(
  () => item('accepted'),
  () => item('delivered', { messageId: 'm2' }),
  () => item('delivered', { subject: 'Merge request', messageId: 'm3' }),
  () => item('rejected'),
  () => item('opened'),
  () => temporary(),
  () => permanent('suppress-bounce', { code: 605 }, { subject: 'Confirmation instructions' }),
  () => permanent('bounce', { code: 550, 'bounce-type': 'hard' }),
);

const paths = [
  ['id'],
  ['event'],
  ['@timestamp'],
  ['domain'],
  ['domain', 'name'],
  ['recipient'],
  ['severity'],
  ['reason'],
  ['flags'],
  ['flags', 'is-delayed-bounce'],
  ['delivery-status'],
  ['delivery-status', 'code'],
  ['delivery-status', 'retry-seconds'],
  ['delivery-status', 'message'],
  ['message'],
  ['message', 'headers'],
  ['message', 'headers', 'subject'],
  ['message', 'headers', 'message-id'],
  ['message', 'headers', 'to'],
] as const;

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

function change(value: Loose, path: readonly string[], to: unknown): Loose {
  const [name = '', ...rest] = path;
  const inner = value[name];
  return {
    ...value,
    [name]: rest.length === 0 ? to : isLoose(inner) ? change(inner, rest, to) : to,
  };
}

const row: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: odd },
  {
    weight: 6,
    arbitrary: fc
      .tuple(valid, fc.array(fc.tuple(fc.constantFrom(...paths), odd), { maxLength: 3 }))
      .map(([make, changes]) =>
        changes.reduce<Loose>((made, [path, to]) => change(made, path, to), make()),
      ),
  },
);

const envelopeChange = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('start', 'end', 'items', 'pagination'), odd, {
      maxKeys: 2,
    }),
  },
);

const body = fc
  .tuple(
    fc.array(row, { maxLength: 4 }),
    envelopeChange,
    fc.nat(400),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([rows, envelope, cut, how]) => {
    const text = answerBody(rows, envelope);
    if (how === 0) return text.slice(0, cut);
    return how === 1 ? text.slice(cut) : text;
  });

/** Naively, and the other way round: may this row, for all it says, be a reset mail to the address? */
function mayBeReset(one: unknown, all: readonly unknown[]): boolean {
  const at = (value: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>((inner, name) => (isLoose(inner) ? inner[name] : undefined), value);
  const says = (value: unknown): value is string =>
    typeof value === 'string' && value.trim() !== '';
  const differs = (value: unknown, from: string) =>
    says(value) && value.trim().toLowerCase() !== from.toLowerCase();

  if (!isLoose(one) || Array.isArray(one)) return true;
  if (differs(at(one, 'domain', 'name'), domain)) return false;
  if (differs(at(one, 'recipient'), address)) return false;
  const id = at(one, 'message', 'headers', 'message-id');
  const siblings = says(id)
    ? all.filter((other) => at(other, 'message', 'headers', 'message-id') === id)
    : [one];
  const subjects = siblings.map((other) => at(other, 'message', 'headers', 'subject')).filter(says);
  const namesAnother = (subject: string) =>
    !subject.includes('=?') &&
    JSON.stringify(toldBySubject(subject, listed, true)) === '{"kind":"other"}';
  return (
    subjects.length === 0 ||
    !subjects.some((subject) => namesAnother(subject) || /confirmation/i.test(subject))
  );
}

function stated(text: string): readonly unknown[] | undefined {
  try {
    const answer = JSON.parse(text) as { items?: unknown; start?: unknown; end?: unknown };
    const { items, start, end } = answer;
    return Array.isArray(items) && typeof start === 'string' && typeof end === 'string'
      ? (items as unknown[])
      : undefined;
  } catch {
    return undefined;
  }
}

const none = { claimed: 0, refused: 0 };

test('bodies: no throw, and "no reset mail" only where the body says so', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const { send } = fakeSend((_, index) => (index === 0 ? { body: text } : { status: 500 }));
      const result = await readMailLog(send, query, address, {}, new Set([domain]));
      const reading = result.ok ? checks.portal_reset.read(result.value) : undefined;
      if (!reading || !('value' in reading) || reading.value !== 'none') {
        none.refused += 1;
        return;
      }
      none.claimed += 1;
      const items = stated(text);
      expect(items).toBeDefined();
      expect(items?.filter((one) => mayBeReset(one, items))).toEqual([]);
    }),
    { numRuns: bodies },
  );
  // The property would hold of a parser that never says "none", and of one that is never asked to.
  expect(none.claimed).toBeGreaterThan(bodies / 60);
  expect(none.refused).toBeGreaterThan(bodies / 60);
}, 600_000);

test('lists of events: no throw, every mail whole, nothing kept that is a URL of ours or an object', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const events = rows.flatMap((one) => {
        const read = readItem(one, address, domain);
        return read.kind === 'event' ? [read.event] : [];
      });
      const mails = mailsFromEvents(events, query);
      // One assertion a run: a hundred thousand `expect`s cost more than what they watch.
      const whole = mails.every(
        ({ sentAt, subject, report }) =>
          Number.isFinite(sentAt) &&
          subject.length <= 250 &&
          Object.values(report).every((part) => typeof part !== 'object'),
      );
      const distinct = new Set(mails.map(({ id }) => id)).size === mails.length;
      const secret = JSON.stringify(mails).includes('/messages/secret');
      expect({ whole, distinct, secret }).toEqual({ whole: true, distinct: true, secret: false });
    }),
    { numRuns: runs(1_000, 30_000) },
  );
}, 600_000);

test('answers of the lists: no throw, and "not listed" only for a 404 in JSON', async () => {
  const answers = fc.record({
    status: fc.constantFrom(200, 200, 204, 302, 400, 401, 403, 404, 404, 429, 500),
    body: fc.oneof(
      odd.map((value) => JSON.stringify(value ?? null)),
      fc
        .dictionary(fc.constantFrom('message', 'address', 'code', 'error', 'created_at'), odd)
        .map((value) => JSON.stringify(value)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      const { send } = fakeSend(() => answer);
      const result = await readSuppressions(send, { region: 'us', domain }, address);
      const saysNo = result.ok && result.value.some(({ listed }) => !listed);
      expect(!saysNo || (answer.status === 404 && answer.body.includes('"message"'))).toBe(true);
    }),
    { numRuns: runs(700, 20_000) },
  );
}, 600_000);
