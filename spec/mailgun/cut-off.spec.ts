/** @jest-environment node */
import fc from 'fast-check';
import { readGitlabReset, readPortalReset } from '../../src/diagnosis/read-resets';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import { days, jane, minutes, noon } from '../support/evidence';
import { fakeSend, filterOf } from './fake-send';
import { answerBody, domain, item, permanent, temporary } from './log-item';

const query = {
  source: 'portal_log',
  region: 'us',
  domain,
  resetSubjects: ['Reset password instructions'],
  confirmationSubjects: ['Confirmation instructions'],
  window: { from: noon - days(30), to: noon },
} as const;

interface Change {
  readonly subject: string;
  readonly messageId: string;
  readonly at: number;
}

const ends = [
  (change: Change) => item('delivered', { ...change }),
  (change: Change) => permanent('bounce', { code: 550 }, { ...change }),
  (change: Change) => temporary({ ...change }),
  (change: Change) => item('failed', { ...change }),
];

interface Sent {
  readonly subject: string;
  /** Minutes before noon. */
  readonly ago: number;
  /** Minutes until each further event, and which it is. */
  readonly later: readonly (readonly [number, number])[];
}

const sent: fc.Arbitrary<Sent> = fc.record({
  subject: fc.constantFrom('Reset password instructions', 'Merge request'),
  ago: fc.integer({ min: 300, max: 600 }),
  later: fc.array(fc.tuple(fc.nat(290), fc.nat(ends.length - 1)), { maxLength: 2 }),
});

/** Each mail's events, newest first, as Mailgun hands them out. */
function eventsOf(mails: readonly Sent[]) {
  return mails
    .flatMap(({ subject, ago, later }, index) => {
      const change = (after: number): Change => ({
        subject,
        messageId: `m${index}`,
        at: noon - minutes(ago - after),
      });
      return [
        item('accepted', { ...change(0) }),
        ...later.map(([after, end]) => ends[end]!(change(after))),
      ];
    })
    .toSorted((one, other) => String(other['@timestamp']).localeCompare(String(one['@timestamp'])));
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
      const whole = fakeSend(() => ({ body: answerBody(events) }));
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

      const [all, some] = await Promise.all(
        [whole.send, send].map((of) => readMailLog(of, query, jane)),
      );
      if (!all?.ok || !some?.ok) throw new Error('no log');
      for (const read of [readPortalReset, readGitlabReset]) {
        const reading = read(some.value);
        const isKnown = 'value' in reading;
        expect(isKnown ? read(all.value) : reading).toEqual(reading);
        // It was cut off by a page that failed, and says so.
        expect(reading).not.toMatchObject({ why: { kind: 'truncated' } });
        told[isKnown ? 'known' : 'open'] += 1;
      }
    }),
    { numRuns: 3000 },
  );
  // A log that was cut off is neither always enough nor never.
  expect(told.known).toBeGreaterThan(500);
  expect(told.open).toBeGreaterThan(500);
});
