import fc from 'fast-check';
import type { Address } from '../../src/address/address';
import { type Unknown, checks } from '../../src/diagnosis/checks';
import type { LogQuery } from '../../src/mailgun/logs-request';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import type { IncomingAnswer, OutgoingRequest } from '../../src/shared/request';
import { jane } from '../../fixtures/evidence';
import { runs } from '../support/runs';
import { fakeSend, filterOf } from './fake-send';
import { answerBody, domain, item, query } from './log-item';

function value<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

describe('none found', () => {
  const empty = { body: answerBody([]) };
  const stranger = { recipient: 'someone@example.com', subject: 'Welcome' };
  const someMail = { body: answerBody([item('accepted', stranger)]) };
  const toAnybody = (request: OutgoingRequest) => filterOf(request, 'recipient') === undefined;

  test('is "none" where the key sees a mail of the domain to anybody, which takes one request more', async () => {
    const { send, asked, options, bodies } = fakeSend((request) =>
      toAnybody(request) ? someMail : empty,
    );
    const signal = new AbortController().signal;
    const log = value(await readMailLog(send, query, jane, { signal, fresh: true }));
    expect(log).toEqual({
      domain,
      window: query.window,
      mails: [],
      truncated: false,
      unreadable: 0,
      kinds: ['reset', 'confirmation'],
    });
    expect(checks.portal_reset.read(log)).toEqual({ value: 'none' });
    expect(bodies().map(({ pagination }) => pagination.limit)).toEqual([100, 1]);
    expect(asked.map(toAnybody)).toEqual([false, true]);
    expect(options).toEqual([
      { signal, fresh: true },
      { signal, fresh: true },
    ]);
  });

  const blind: readonly [string, Partial<IncomingAnswer>, Unknown][] = [
    ['none at all', empty, { kind: 'domain-unseen', domain }],
    [
      'those of another domain only',
      { body: answerBody([item('accepted', { domain: { name: 'example.com' } })]) },
      { kind: 'domain-unseen', domain },
    ],
    [
      'nobody knows whether any',
      { status: 500 },
      {
        kind: 'domain-unchecked',
        domain,
        failure: { source: 'portal_log', kind: 'server', status: 500 },
      },
    ],
  ];
  test.each(blind)('is unknown where the key sees %s', async (_, answer, why) => {
    const { send, asked } = fakeSend((request) => (toAnybody(request) ? answer : empty));
    const seen = new Set<string>();
    const log = value(await readMailLog(send, query, jane, {}, seen));
    expect(checks.portal_reset.read(log)).toEqual({ why });
    expect(checks.gitlab_reset.read(log)).toEqual({ why });
    // Nor is it remembered: an admin may be at it.
    expect([...seen]).toEqual([]);
    await readMailLog(send, query, jane, {}, seen);
    expect(asked.filter(toAnybody)).toHaveLength(2);
  });

  test('asks once only for as long as the answer is remembered, for each domain', async () => {
    const seen = new Set<string>();
    const { send, asked } = fakeSend((request) =>
      toAnybody(request)
        ? {
            body: answerBody([item('accepted', { domain: { name: filterOf(request, 'domain') } })]),
          }
        : empty,
    );
    const other = { ...query, domain: 'mg.gitlab.com' };
    for (const one of [query, query, other, other]) await readMailLog(send, one, jane, {}, seen);
    expect(asked.filter(toAnybody).map((request) => filterOf(request, 'domain'))).toEqual([
      domain,
      'mg.gitlab.com',
    ]);
  });

  test('asks nothing where any mail of the domain was found before', async () => {
    const seen = new Set<string>();
    const { send } = fakeSend(() => ({ body: answerBody([item('delivered')]) }));
    await readMailLog(send, query, jane, {}, seen);
    const next = fakeSend(() => empty);
    expect(
      checks.portal_reset.read(value(await readMailLog(next.send, query, jane, {}, seen))),
    ).toEqual({
      value: 'none',
    });
    expect(next.asked).toHaveLength(1);
  });
});

describe('what one log costs', () => {
  const typed = 'Jane.Doe@example.com' as Address;
  const three = { ...query, subjects: { ...query.subjects, reset: ['One', 'Two', 'Three'] } };
  const pages = (count: number) => {
    const read = new Map<string | undefined, number>();
    return fakeSend((request) => {
      const recipient = filterOf(request, 'recipient');
      if (recipient === undefined || filterOf(request, 'subject') !== undefined)
        return { body: answerBody([item('accepted', { subject: 'Welcome' })]) };
      const page = (read.get(recipient) ?? 0) + 1;
      read.set(recipient, page);
      const next = page < count ? { next: `t${page}` } : {};
      const row = item('accepted', { messageId: `m${page}`, subject: 'Merge request' });
      return { body: answerBody(count === 0 ? [] : [row], { pagination: next }) };
    });
  };

  const usual: readonly [string, Address, LogQuery, number, number, number | undefined][] = [
    ['a log with mails', jane, query, 1, 1, undefined],
    ['an empty log', jane, query, 0, 2, undefined],
    ['a log of three pages', jane, query, 3, 3, undefined],
    ['a log too long to be read', jane, query, 9, 6, 6],
    ['a log too long, with three subjects to ask for', jane, three, 9, 8, 8],
    ['an address with capitals', typed, query, 1, 2, undefined],
    ['an address with capitals and an empty log', typed, query, 0, 3, undefined],
    ['everything at once', typed, three, 9, 12, 12],
  ];
  test.each(usual)('%s', async (_, address, asking, count, cost, said) => {
    const { send, asked } = pages(count);
    const log = value(await readMailLog(send, asking, address));
    expect(asked).toHaveLength(cost);
    expect(log.stoppedAfter).toBe(said);
    // A log that was not read to its end says so, and how far it was read; it never says "none".
    expect(checks.gitlab_reset.read(log)).toEqual(
      said === undefined ? { value: 'none' } : { why: { kind: 'log-too-long', requests: said } },
    );
  });

  test('is never more than twelve requests, whatever comes back', async () => {
    const answer = fc.oneof(
      fc.constant({ status: 500 }),
      fc.tuple(fc.boolean(), fc.option(fc.integer({ min: 0, max: 30 }))).map(([hasRow, next]) => ({
        body: answerBody(hasRow ? [item('accepted', { subject: 'Welcome' })] : [], {
          pagination: next === null ? {} : { next: `t${next}` },
        }),
      })),
    );
    const subjects = fc.array(fc.string({ minLength: 1 }), { maxLength: 8 });
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 40, maxLength: 40 }),
        subjects,
        fc.constantFrom(jane, typed),
        async (answers, reset, address) => {
          const { send, asked } = fakeSend((_, index) => answers[index] ?? { status: 500 });
          const asking = { ...query, subjects: { ...query.subjects, reset } };
          await readMailLog(send, asking, address);
          most = Math.max(most, asked.length);
          expect(asked.length).toBeLessThanOrEqual(12);
        },
      ),
      { numRuns: runs(500, 20_000) },
    );
    expect(most).toBeGreaterThan(6);
  });

  test('one failure ends the search for resets by name', async () => {
    const { send, asked } = fakeSend((request, index) =>
      filterOf(request, 'subject') === undefined
        ? {
            body: answerBody([item('accepted', { subject: 'x' })], {
              pagination: { next: `t${index}` },
            }),
          }
        : { status: 500 },
    );
    await readMailLog(send, three, jane);
    expect(asked).toHaveLength(6);
  });
});

test('a page with more items than were asked for is cut off, and that is said', async () => {
  const rows = Array.from({ length: 101 }, (_, index) =>
    item('accepted', { messageId: `m${index}`, subject: 'Merge request' }),
  );
  const { send } = fakeSend((request) => ({
    body: answerBody(filterOf(request, 'subject') === undefined ? rows : []),
  }));
  const log = value(await readMailLog(send, query, jane));
  expect(log.mails).toHaveLength(100);
  expect(checks.portal_reset.read(log)).toEqual({ why: { kind: 'truncated' } });
});
