import fc from 'fast-check';
import { jane, minutes, noon } from '../../fixtures/evidence';
import { type MailLog, mailsOf } from '../../src/diagnosis/answers';
import { checks } from '../../src/diagnosis/checks';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import type { Json } from '../../src/shared/json';
import { runs } from '../support/runs';
import { fakeSend, filterOf } from './fake-send';
import { answerBody, item, permanent, temporary, query } from './log-item';

const count = runs(200, 10_000);

interface Change {
  readonly subject: string;
  readonly messageId: string;
  readonly at: number;
}

const ends = {
  delivered: (change: Change) => item('delivered', { ...change }),
  bounced: (change: Change) => permanent('bounce', { code: 550 }, { ...change }),
  retrying: (change: Change) => temporary({ ...change }),
  unclear: (change: Change) => item('failed', { ...change }),
};
type End = keyof typeof ends;

interface Sent {
  readonly subject: string;
  /** Minutes before noon. */
  readonly ago: number;
  /** What became of it, in order. */
  readonly fate: readonly End[];
  /** Minutes until each of that. */
  readonly after: readonly number[];
}

const fates: readonly (readonly End[])[] = [
  [],
  ['delivered'],
  ['bounced'],
  ['retrying'],
  ['unclear'],
  ['retrying', 'delivered'],
  ['retrying', 'bounced'],
  ['unclear', 'delivered'],
];

const sent: fc.Arbitrary<Sent> = fc.record({
  subject: fc.constantFrom('Reset password instructions', 'Merge request'),
  ago: fc.integer({ min: 300, max: 600 }),
  fate: fc.constantFrom(...fates),
  after: fc
    .tuple(fc.nat(290), fc.nat(290))
    .map((instants) => instants.toSorted((one, other) => one - other)),
});

/** Each mail's events, newest first, as Mailgun hands them out. */
function eventsOf(mails: readonly Sent[]) {
  return mails
    .flatMap(({ subject, ago, fate, after }, index) => {
      const change = (passed: number): Change => ({
        subject,
        messageId: `m${index}`,
        at: noon - minutes(ago - passed),
      });
      return [
        item('accepted', { ...change(0) }),
        ...fate.map((end, step) => ends[end](change(after[step] ?? 0))),
      ];
    })
    .toSorted((one, other) => String(other['@timestamp']).localeCompare(String(one['@timestamp'])));
}

const instantOf = (event: Json): number => Date.parse(String(event['@timestamp']));

async function logOf(events: readonly Json[]): Promise<MailLog> {
  const log = await readMailLog(fakeSend(() => ({ body: answerBody(events) })).send, query, jane);
  if (!log.ok) throw new Error(log.failure.kind);
  return log.value;
}

const cut = fc.record({
  mails: fc.array(sent, { minLength: 1, maxLength: 5 }),
  /** Events on a page. */
  limit: fc.integer({ min: 1, max: 4 }),
  /** The page that does not come. */
  lost: fc.integer({ min: 1, max: 4 }),
  byName: fc.boolean(),
});

test('a log that was cut off says nothing that the whole log would not', async () => {
  const told = { known: 0, open: 0 };
  await fc.assert(
    fc.asyncProperty(cut, async ({ mails, limit, lost, byName }) => {
      const events = eventsOf(mails);
      const { send } = fakeSend((request, page) => {
        const subject = filterOf(request, 'subject');
        if (subject !== undefined) {
          const named = events.filter((event) => JSON.stringify(event).includes(subject));
          return byName ? { body: answerBody(named) } : { status: 500 };
        }
        if (page === lost) return { status: 502, body: '<html>' };
        const next = events.length > limit * (page + 1) ? { next: `t${page}` } : {};
        const rows = events.slice(limit * page, limit * (page + 1));
        return { body: answerBody(rows, { pagination: next }) };
      });

      const all = await logOf(events);
      const some = await readMailLog(send, query, jane);
      if (!some.ok) throw new Error(some.failure.kind);
      for (const read of [checks.portal_reset.read, checks.gitlab_reset.read]) {
        const reading = read(some.value);
        const isKnown = 'value' in reading;
        expect(isKnown ? read(all) : reading).toEqual(reading);
        // It was cut off by a page that failed, and says so.
        expect(reading).not.toEqual(expect.objectContaining({ why: { kind: 'truncated' } }));
        told[isKnown ? 'known' : 'open'] += 1;
      }
    }),
    { numRuns: count },
  );
  // A log that was cut off is neither always enough nor never.
  expect(told.known).toBeGreaterThan(count / 8);
  expect(told.open).toBeGreaterThan(count / 8);
});

test('the window cuts no otherwise: a mail that began before it is not taken for the newest', async () => {
  const cutByWindow = fc.record({
    mails: fc.array(sent, { minLength: 1, maxLength: 4 }),
    /** Minutes before noon. */
    since: fc.integer({ min: 250, max: 600 }),
  });
  const told = { known: 0, open: 0 };
  await fc.assert(
    fc.asyncProperty(cutByWindow, async ({ mails, since }) => {
      const all = eventsOf(mails);
      const seen = all.filter((event) => instantOf(event) >= noon - minutes(since));
      const [whole, some] = await Promise.all([all, seen].map(logOf));
      const newest = whole && mailsOf(whole, 'reset')[0];
      // Of a mail that ended before the window nothing can be known; "none" is said of the window only.
      fc.pre(newest !== undefined && JSON.stringify(seen).includes(`"${newest.id}"`));
      const reading = checks.portal_reset.read(some!);
      const isKnown = 'value' in reading;
      expect(isKnown ? checks.portal_reset.read(whole!) : reading).toEqual(reading);
      told[isKnown ? 'known' : 'open'] += 1;
    }),
    { numRuns: count },
  );
  expect(told.known).toBeGreaterThan(count / 8);
  expect(told.open).toBeGreaterThan(count / 8);
});
