/** @jest-environment jsdom */
import fc from 'fast-check';
import {
  type Told,
  earlierNoteAt,
  noteTitles,
  postInternalNote,
} from '../../src/zendesk/internal-note';
import german from '../../translations/panel/de.json';
import english from '../../translations/panel/en.json';
import spanish from '../../translations/panel/es.json';
import french from '../../translations/panel/fr.json';
import japanese from '../../translations/panel/ja.json';
import portuguese from '../../translations/panel/pt-BR.json';
import { createFakeClock } from '../support/fake-clock';
import {
  createFakeZaf,
  httpAnswer,
  httpError,
  rejecting,
  type RequestOptions,
} from '../support/fake-zaf';

const html = '<p>Portal sign-in: <b>reseller</b></p>';

interface Api {
  put?: (stored: object[], body: string) => unknown;
  list?: (stored: object[]) => unknown;
  /** Whose ticket it is, as saved. Left to the page where it is not given. */
  saved?: () => unknown;
}

function store(stored: object[], body: string) {
  const { ticket } = JSON.parse(body) as { ticket: { comment: { html_body: string } } };
  stored.unshift({ ...ticket.comment, html_body: `<div>${ticket.comment.html_body}\n</div>` });
  return httpAnswer({ ticket: { id: 35436 } });
}

async function post(
  { put = store, list, saved = () => undefined }: Api = {},
  paths = {},
  ticketId?: number | 'unsaved',
  note = html,
  told: Told = [],
) {
  const stored: object[] = [];
  const clock = createFakeClock(0);
  const respond = ({ type, data, url }: RequestOptions) => {
    if (type === 'PUT') return put(stored, String(data));
    if (!url.includes('/comments')) return saved();
    return (list ?? (() => httpAnswer({ comments: stored })))(stored);
  };
  const client = createFakeZaf({ paths, respond });
  const posting = postInternalNote(client, clock, {
    html: note,
    about: {
      ticketId: ticketId === 'unsaved' ? undefined : (ticketId ?? 35436),
      requesterId: 20978,
      address: 'jane@example.com',
    },
    told,
  });
  await clock.advance(60_000);
  expect(clock.pending()).toBe(0);
  return { result: await posting, requests: client.requests };
}

const puts = (requests: readonly RequestOptions[]) => requests.filter(({ type }) => type === 'PUT');

it('posts a private comment through the ticket API and reads it back', async () => {
  const { result, requests } = await post();
  expect(result).toEqual({ ok: true });
  expect(puts(requests)).toEqual([
    {
      url: '/api/v2/tickets/35436.json',
      type: 'PUT',
      autoRetry: false,
      httpCompleteResponse: true,
      contentType: 'application/json',
      data: JSON.stringify({ ticket: { comment: { html_body: html, public: false } } }),
    },
  ]);
});

it('has nowhere to post to before the ticket is saved', async () => {
  const { result, requests } = await post({}, {}, 'unsaved');
  expect(result).toEqual({ ok: false, why: 'unsaved-ticket' });
  expect(requests).toEqual([]);
});

it('posts nothing when another ticket is open', async () => {
  const { result, requests } = await post({}, { 'ticket.id': 1 });
  expect(result).toEqual({ ok: false, why: 'ticket-changed' });
  expect(requests).toEqual([]);
});

it('posts nothing when the requester is another one by now', async () => {
  const { result, requests } = await post({}, { 'ticket.requester': { id: 31 } });
  expect(result).toEqual({ ok: false, why: 'requester-changed' });
  expect(requests).toEqual([]);
});

it.each<[string, () => unknown, object]>([
  [
    'was changed and saved on another screen',
    () => httpAnswer({ ticket: { id: 35436, requester_id: 31 } }),
    { why: 'another-requester' },
  ],
  ['is not told', () => httpAnswer({ ticket: { id: 35436 } }), { why: 'unread' }],
  [
    'is told of another ticket',
    () => httpAnswer({ ticket: { id: 1, requester_id: 20978 } }),
    { why: 'unread', failure: { kind: 'malformed' } },
  ],
  [
    'cannot be asked for',
    () => rejecting(httpError(403)),
    { why: 'unread', failure: { kind: 'forbidden' } },
  ],
])('posts nothing where the requester of the saved ticket %s', async (_, saved, result) => {
  const posted = await post({ saved });
  expect(posted.result).toMatchObject({ ok: false, ...result });
  expect(puts(posted.requests)).toEqual([]);
});

describe('a ticket that another Zendesk may show', () => {
  const saying = (partners: unknown) => () =>
    httpAnswer({ ticket: { id: 35436, requester_id: 20978, sharing_agreement_ids: partners } });
  const asked = async (partners: unknown, onPage: unknown, told: Told = []) => {
    const paths = { 'ticket.sharedWith': onPage };
    const { result, requests } = await post({ saved: saying(partners) }, paths, 35436, html, told);
    expect(puts(requests)).toHaveLength(result.ok ? 1 : 0);
    return result.ok ? 'posted' : result.why;
  };

  it.each([
    ['neither names one', [], null, 'posted'],
    ['the page leaves it out', [], undefined, 'posted'],
    ['it is saved so', [3], null, 'shared-ticket'],
    ['the page has it so', [], { id: 3, name: 'Partner' }, 'shared-ticket'],
    ['the page has it so, and nobody else says', undefined, [{ id: 3 }], 'shared-ticket'],
    ['Zendesk does not say', undefined, null, 'sharing-unknown'],
    ['Zendesk says what nobody can read', ['x'], null, 'sharing-unknown'],
    ['the page says what nobody can read', [], [{}], 'sharing-unknown'],
  ])('is asked about where %s', async (_, partners, onPage, came) => {
    expect(await asked(partners, onPage)).toBe(came);
  });

  it('is posted to by whoever was told just that, and asked about anew by a press after Zendesk has said', async () => {
    expect(await asked(undefined, null, ['sharing-unknown'])).toBe('posted');
    expect(await asked([3], null, ['shared-ticket'])).toBe('posted');
    expect(await asked([3], null, ['sharing-unknown'])).toBe('shared-ticket');
    expect(await asked([], null, ['sharing-unknown'])).toBe('posted');
    expect(await asked([3], null, ['already-posted'])).toBe('shared-ticket');
  });
});

it('says why Zendesk refused', async () => {
  const { result, requests } = await post({ put: () => rejecting(httpError(403)) });
  expect(result).toEqual({
    ok: false,
    why: 'failed',
    failure: { source: 'zendesk', kind: 'forbidden', status: 403 },
  });
  expect(puts(requests)).toHaveLength(1);
});

it.each([
  ['is not there', () => httpAnswer({ comments: [] })],
  ['is public', () => httpAnswer({ comments: [{ public: true, html_body: html }] })],
  ['reads differently', () => httpAnswer({ comments: [{ public: false, html_body: 'other' }] })],
  ['cannot be read', () => rejecting(httpError(500))],
  ['comes as something else', () => httpAnswer({ comments: 'none' })],
])('says so when the comment %s afterwards', async (_, list) => {
  const { result, requests } = await post({ list });
  expect(result).toEqual({ ok: false, why: 'not-read-back' });
  expect(puts(requests)).toHaveLength(1);
});

it('looks again for a comment that takes a moment to be listed', async () => {
  let looks = 0;
  const list = (stored: object[]) => httpAnswer({ comments: (looks += 1) > 1 ? stored : [] });
  expect((await post({ list })).result).toEqual({ ok: true });
});

it('never posts twice: after silence it looks whether it was posted', async () => {
  const silent = (stored: object[], body: string) => {
    store(stored, body);
    return new Promise(() => undefined);
  };
  const { result, requests } = await post({ put: silent });
  expect(result).toEqual({ ok: true });
  expect(puts(requests)).toHaveLength(1);
});

it('says that it failed when it was silent and nothing is there', async () => {
  const { result } = await post({ put: () => new Promise(() => undefined) });
  expect(result).toMatchObject({ ok: false, why: 'failed', failure: { kind: 'timeout' } });
});

it('leaves nothing for Zendesk to fill in, whoever wrote it', async () => {
  const note = '<p>550 {{ticket.requester.email}} &#123;{dc.x}} {% if %} {{{</p>';
  const { result, requests } = await post({}, {}, 35436, note);
  expect(result).toEqual({ ok: true });
  const data = String(puts(requests)[0]?.['data']);
  expect(data).not.toMatch(/\{[{%]|&#123;\{/);
  expect(data).toContain('ticket.requester.email');
});

describe('a ticket that has a note of this check already', () => {
  const words = [english, german, spanish, french, japanese, portuguese].map((language) =>
    language['note.body.title'].replace('{address}', ''),
  );
  const title = `<p><strong>${noteTitles[0]}<a href="mailto:jane@example.com">jane@example.com</a></strong></p><p>Cause</p>`;
  const earlier = {
    author: { id: 7, role: 'agent' },
    channel: { name: 'internal' },
    message: { content: title, contentType: 'text/html' },
    timestamp: '2026-11-26T02:49:00Z',
  };
  const at = Date.parse(earlier.timestamp);
  const seen = (...conversation: readonly unknown[]) =>
    earlierNoteAt(conversation, 'jane@example.com');

  it('asks before another is posted, and posts nothing', async () => {
    const paths = { 'ticket.conversation': [earlier] };
    const { result, requests } = await post({}, paths);
    expect(result).toEqual({ ok: false, asks: 'again', why: 'already-posted', at });
    expect(requests).toEqual([]);
    expect((await post({}, paths, 35436, html, ['already-posted'])).result).toEqual({ ok: true });
  });

  it('knows it in each language of the panel', () => {
    expect(noteTitles).toEqual(words);
    for (const known of noteTitles) {
      const message = { content: `<div><p><b>${known}Jane@example.com</b></p>more</div>` };
      expect([known, seen({ ...earlier, message })]).toEqual([known, at]);
    }
  });

  it('says when the newest was posted', () => {
    const later = { ...earlier, timestamp: '2026-11-26T03:00:00Z' };
    expect(seen(later, earlier)).toBe(Date.parse(later.timestamp));
  });

  it.each([
    ['a customer who quotes it', { author: { id: 9, role: 'end-user' } }],
    ['a customer, as older clients call them', { author: { id: 9, role: 'end_user' } }],
    ['somebody whose role is not said', { author: { id: 9 } }],
    ['a public comment', { channel: { name: 'email' } }],
    ['a comment whose channel is not said', { channel: undefined }],
    ['a colleague who quotes it further down', { message: { content: `<p>See:</p>${title}` } }],
    ['a note about another', { message: { content: `<p>${noteTitles[0]}jo@example.com</p>` } }],
    ['a note about a longer address', { message: { content: title.replace('</a>', '.au</a>') } }],
    ['a note without a time', { timestamp: undefined }],
  ])('is not taken in by %s', (_who, change) => {
    expect(seen({ ...earlier, ...change })).toBeUndefined();
  });

  test('whatever Zendesk says: only what staff wrote internally is ever taken for one', () => {
    const role = fc.constantFrom('agent', 'admin', 'end-user', 'end_user', 'customer', undefined);
    const channel = fc.constantFrom('internal', 'web', 'email', undefined);
    const message = fc.constantFrom(title, 'Hello', `> ${title}`, undefined);
    const comment = fc.record({ role, channel, message });
    fc.assert(
      fc.property(fc.array(comment), fc.array(fc.anything()), (comments, noise) => {
        const conversation = comments.map((one) => ({
          author: { role: one.role },
          channel: { name: one.channel },
          message: { content: one.message },
          timestamp: earlier.timestamp,
        }));
        const isThere = comments.some(
          (one) =>
            (one.role === 'agent' || one.role === 'admin') &&
            one.channel === 'internal' &&
            one.message === title,
        );
        expect(seen(...noise, ...conversation)).toBe(isThere ? at : undefined);
      }),
    );
  });

  it.each([undefined, null, 'denied', {}, [null, 7, {}]])(
    'claims nothing of %p',
    (conversation) => {
      expect(earlierNoteAt(conversation, 'jane@example.com')).toBeUndefined();
    },
  );

  it('reads the newest hundred notes', () => {
    const others = (count: number) =>
      Array.from({ length: count }, () => ({ ...earlier, message: { content: 'Called back' } }));
    expect(seen(earlier, ...others(99))).toBe(at);
    expect(seen(earlier, ...others(100))).toBeUndefined();
  });
});
