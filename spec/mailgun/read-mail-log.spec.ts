import { days, jane, minutes, noon } from '../../fixtures/evidence';
import type { Address } from '../../src/address/address';
import { readMailLog } from '../../src/mailgun/read-mail-log';
import { failed } from '../../src/shared/failure';
import { bodyOf, fakeSend, filterOf } from './fake-send';
import { answerBody, domain, item, permanent, query } from './log-item';

async function logOf(items: readonly unknown[], address: Address = jane) {
  const { send } = fakeSend(() => ({ body: answerBody(items) }));
  return value(await readMailLog(send, query, address));
}

function value<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

test('tells the mails, the window and that all of it was read', async () => {
  const log = await logOf([item('delivered'), item('accepted')]);
  expect(log).toMatchObject({
    domain,
    window: query.window,
    truncated: false,
    unreadable: 0,
    mails: [{ kind: 'reset', outcome: 'delivered' }],
  });
});

test('a confirmation mail in the same answer is evidence too', async () => {
  const log = await logOf([
    permanent('bounce', { code: 550 }, { subject: 'Confirmation instructions' }),
  ]);
  expect(log.mails).toMatchObject([{ kind: 'confirmation', outcome: 'bounced' }]);
});

describe('whose mails', () => {
  test('another address, another domain: dropped, though it is no reason to doubt the rest', async () => {
    const log = await logOf([
      item('delivered', { recipient: 'jane.doe+x@example.com' }),
      item('delivered', { domain: { name: 'mg.gitlab.com' } }),
    ]);
    expect(log).toMatchObject({ mails: [], unreadable: 0 });
  });

  test('capitals in the log do not matter', async () => {
    const log = await logOf([item('delivered', { recipient: 'Jane.Doe@Example.COM' })]);
    expect(log.mails).toHaveLength(1);
  });

  test('capitals in the address: both spellings are asked and put together', async () => {
    const typed = 'Jane.Doe@example.com' as Address;
    const { send, asked } = fakeSend((request) => ({
      body: answerBody(
        filterOf(request, 'recipient') === typed
          ? [item('delivered', { recipient: typed, at: noon + minutes(1) })]
          : [item('accepted', { recipient: jane, at: noon })],
      ),
    }));
    const log = value(await readMailLog(send, query, typed));
    expect(asked.map((request) => filterOf(request, 'recipient'))).toEqual([jane, typed]);
    expect(log.mails).toMatchObject([{ outcome: 'delivered', sentAt: noon }]);
  });

  test('a refused mail has no recipient but in its header', async () => {
    const headers = {
      to: '"Jane" <Jane.Doe@example.com>, Other <other@example.com>',
      'message-id': 'm9',
      subject: 'Reset password instructions',
    };
    const refused = { ...item('rejected'), recipient: undefined, message: { headers } };
    expect((await logOf([refused])).mails).toMatchObject([{ kind: 'reset', outcome: 'rejected' }]);
    const strangers = { ...refused, message: { headers: { ...headers, to: 'list@example.com' } } };
    expect(await logOf([strangers])).toMatchObject({ mails: [], unreadable: 1 });
  });
});

describe('what cannot be read is counted, so that "none" is not claimed', () => {
  const without = (name: string) => ({ ...item('delivered'), [name]: undefined });
  test.each([
    ['no recipient at all', { ...without('recipient'), message: undefined }],
    ['no domain', without('domain')],
    ['no event', without('event')],
    ['no time', without('@timestamp')],
    ['a time that is none', { ...item('delivered'), '@timestamp': 'yesterday' }],
    ['a time without a zone', { ...item('delivered'), '@timestamp': '2026-11-23T12:00:00' }],
    ['an event that is new to us', item('trapped')],
    ['not an object', 'delivered'],
    ['null', null],
    ['an array', [item('delivered')]],
  ])('%s', async (_, row) => {
    expect(await logOf([row, item('accepted', { subject: 'Your invoice' })])).toMatchObject({
      mails: [{ kind: 'other' }],
      unreadable: 1,
    });
  });

  test.each([
    ['no subject on any event', { 'message-id': 'm1' }],
    ['a subject that cannot be decoded', { 'message-id': 'm1', subject: '=?x-none?B?UmVz?=' }],
    ['neither subject nor message-id', {}],
  ])('a mail with %s', async (_, headers) => {
    const log = await logOf([{ ...item('delivered'), message: { headers } }]);
    expect(log).toMatchObject({ mails: [{ kind: 'other', subject: '' }], unreadable: 1 });
  });

  test('an open of a mail that nothing else names', async () => {
    const open = item('opened', { message: { headers: { 'message-id': 'm2' } } });
    expect(await logOf([open, item('delivered')])).toMatchObject({
      mails: [{ id: 'm1@gitlab-sidekiq.mail' }],
      unreadable: 1,
    });
  });
});

test('opens and clicks of a known mail are not kept', async () => {
  const headers = { 'message-id': 'm1@gitlab-sidekiq.mail' };
  const url = 'https://customers.gitlab.com/customers/password/edit?reset_password_token=secret';
  const log = await logOf([
    item('clicked', { url, message: { headers } }),
    item('opened', { message: { headers } }),
    item('delivered'),
  ]);
  expect(log).toMatchObject({ mails: [{ outcome: 'delivered' }], unreadable: 0 });
  expect(JSON.stringify(log)).not.toContain('secret');
});

describe('the window really covered', () => {
  test.each([
    [
      'a later start, as a plan with a day of logs gives',
      { start: 'Sun, 22 Nov 2026 12:00:00 -0000' },
      { from: noon - days(1), to: noon },
    ],
    [
      'an earlier end, as a kept answer has',
      { end: 'Mon, 23 Nov 2026 11:59:30 -0000' },
      { from: noon - days(30), to: noon - 30_000 },
    ],
    ['more than was asked', { start: 'Mon, 01 Jan 2024 00:00:00 -0000' }, query.window],
    ['what cannot be read', { start: 'long ago', end: 'now' }, query.window],
  ])('%s', async (_, change, window) => {
    const { send } = fakeSend(() => ({ body: answerBody([], change) }));
    expect(value(await readMailLog(send, query, jane)).window).toEqual(window);
  });

  test('an answer about no time at all is none', async () => {
    const { send } = fakeSend(() => ({
      body: answerBody([], { end: 'Mon, 01 Jan 2024 00:00:00 -0000' }),
    }));
    expect(await readMailLog(send, query, jane)).toEqual(
      failed({ source: 'portal_log', kind: 'malformed', what: 'wrong-shape' }),
    );
  });
});

describe('pages', () => {
  const other = (index: number) =>
    item('accepted', { messageId: `m${index}`, subject: 'Merge request' });
  const page = (index: number, next: string | undefined, rows = [other(index)]) => ({
    body: answerBody(rows, { pagination: next === undefined ? {} : { next } }),
  });

  test('are read to the end', async () => {
    const { send, bodies } = fakeSend((_, index) => page(index, ['a', 'b'][index]));
    const log = value(await readMailLog(send, query, jane));
    expect(bodies().map(({ pagination }) => pagination.token)).toEqual([undefined, 'a', 'b']);
    expect(log).toMatchObject({ truncated: false, mails: [{}, {}, {}] });
  });

  test('one empty page may be a gap, two are the end', async () => {
    const rows = [[other(0)], [], [other(2)], [], []];
    const { send, asked } = fakeSend((_, index) => page(index, `t${index}`, rows[index]));
    const log = value(await readMailLog(send, query, jane));
    expect(asked).toHaveLength(5);
    expect(log).toMatchObject({ truncated: false, mails: [{}, {}] });
  });

  test('stop at five, and say so, and then resets are asked for by name', async () => {
    const { send, asked } = fakeSend((request, index) =>
      filterOf(request, 'subject') === undefined
        ? page(index, `t${index}`)
        : { body: answerBody([item('delivered', { at: noon - days(20) })]) },
    );
    const log = value(await readMailLog(send, query, jane));
    expect(asked).toHaveLength(6);
    expect(filterOf(asked[5]!, 'subject')).toBe('Reset password instructions');
    expect(bodyOf(asked[5]!).filter.AND[2]?.comparator).toBe('contains');
    expect(log.truncated).toBe(true);
    expect(log.mails.filter(({ kind }) => kind === 'reset')).toMatchObject([
      { outcome: 'delivered', sentAt: noon - days(20) },
    ]);
  });

  test('are whole down to the oldest event of those that were read', async () => {
    const ages = [0, 1, 3, 5, 8];
    const { send } = fakeSend((request, index) =>
      filterOf(request, 'subject') === undefined
        ? page(index, `t${index}`, [
            item('accepted', { messageId: `m${index}`, at: noon - days(ages[index] ?? 9) }),
          ])
        : { body: answerBody([item('delivered', { at: noon - days(20) })]) },
    );
    expect(value(await readMailLog(send, query, jane)).readBackTo).toBe(noon - days(8));
  });

  test('are whole from nobody knows when on where no event of them can be read', async () => {
    const { send } = fakeSend((request, index) =>
      filterOf(request, 'subject') === undefined
        ? page(index, `t${index}`, [{}] as never)
        : { status: 500 },
    );
    const log = value(await readMailLog(send, query, jane));
    expect(log.truncated).toBe(true);
    expect(log).not.toHaveProperty('readBackTo');
  });

  test('of two spellings are whole only as far as both are', async () => {
    const { send } = fakeSend((request, index) => {
      if (filterOf(request, 'subject') !== undefined) return { status: 500 };
      const asWritten = filterOf(request, 'recipient') !== jane;
      return page(index, `t${index}`, [
        item('accepted', {
          recipient: jane,
          messageId: `m${index}`,
          at: noon - days(asWritten ? 2 : 6),
        }),
      ]);
    });
    const capitals = 'Jane.Doe@example.com' as typeof jane;
    expect(value(await readMailLog(send, query, capitals)).readBackTo).toBe(noon - days(2));
  });

  test('no reset by name leaves a truncated log truncated', async () => {
    const { send } = fakeSend((request, index) =>
      filterOf(request, 'subject') === undefined ? page(index, `t${index}`) : { status: 500 },
    );
    expect(value(await readMailLog(send, query, jane))).toMatchObject({ truncated: true });
  });

  test('that go in circles are left, and it is said', async () => {
    const { send, asked } = fakeSend((request, index) =>
      filterOf(request, 'subject') === undefined ? page(index, 'same') : page(index, undefined, []),
    );
    expect(value(await readMailLog(send, query, jane)).truncated).toBe(true);
    expect(asked).toHaveLength(3);
  });

  test('a later page that fails leaves what was read, truncated', async () => {
    const { send } = fakeSend((_, index) =>
      index === 0 ? page(0, 'a', [item('delivered')]) : { status: 502, body: '<html>' },
    );
    expect(value(await readMailLog(send, query, jane))).toMatchObject({
      truncated: true,
      failure: { kind: 'server', status: 502 },
      mails: [{ kind: 'reset' }],
    });
  });

  test('stop when nobody wants the answer any more', async () => {
    const cancelled = failed({ source: 'portal_log', kind: 'cancelled' } as const);
    const { send, asked } = fakeSend((_, index) => (index === 0 ? page(0, 'a') : cancelled));
    expect(await readMailLog(send, query, jane)).toEqual(cancelled);
    expect(asked).toHaveLength(2);
  });
});
