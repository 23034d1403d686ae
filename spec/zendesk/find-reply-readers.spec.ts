import fc from 'fast-check';
import { completeReaders, readReaders } from '../../src/zendesk/find-reply-readers';
import { readersOf } from '../../src/zendesk/ticket';
import { createFakeClock } from '../support/fake-clock';
import { httpAnswer, httpError, rejecting, type FakeZafOptions } from '../support/fake-zaf';
import {
  jane,
  mal,
  read,
  requester,
  type Rest,
  sam,
  ticketAnswer,
  usual,
  verified,
  zaf,
} from './some-rest';

it('are read with one bulk get and two requests, side by side', async () => {
  const client = zaf(usual);
  const result = await readReaders(client, createFakeClock(0));
  expect(client.calls.filter(({ call }) => call === 'get')).toHaveLength(1);
  expect(client.requests.map(({ url, type }) => [type, url])).toEqual([
    ['GET', '/api/v2/users/9/identities.json'],
    ['GET', '/api/v2/tickets/35436.json?include=users,organizations'],
  ]);
  expect(result).toEqual({
    ok: true,
    value: {
      ticketId: 35436,
      requester: { id: 9, address: jane },
      savedRequester: 9,
      identities: [
        {
          type: 'email',
          value: jane,
          verified: true,
          verificationMethod: 'full',
          primary: true,
          deliverableState: 'deliverable',
        },
      ],
      copies: [],
      audiences: [],
      channel: 'email',
    },
  });
});

it('cannot be read where Zendesk does not answer at all', async () => {
  const client = zaf(usual);
  client.behave('get', { kind: 'rejects', reason: new Error('no') });
  expect((await readReaders(client, createFakeClock(0))).ok).toBe(false);
});

describe('identities stay unknown', () => {
  const page = (body: object) => httpAnswer({ identities: [verified], next_page: null, ...body });
  it.each<[string, unknown]>([
    ['without an answer', rejecting(httpError(500))],
    ['where the agent may not see them', rejecting(httpError(403))],
    ['where it is no list', httpAnswer({ identities: {} })],
    ['where it is a page', httpAnswer('<html></html>')],
    ['where nothing says that these are all', httpAnswer({ identities: [verified] })],
    ['where there is another page', page({ next_page: 'https://…?page=2' })],
    ['where there is another page, by cursor', page({ meta: { has_more: true } })],
    [
      'where a cursor says no more and a link says where',
      page({ meta: { has_more: false }, links: { next: '…' } }),
    ],
    ['where there are more than were sent', page({ count: 2 })],
    ['where one of them has no value', page({ identities: [verified, { type: 'email' }] })],
    ['where one of them has no type', page({ identities: [verified, { value: 'x@y.example' }] })],
    ['where one of them is nothing', page({ identities: [verified, null] })],
    ['where one of them is of nobody', page({ identities: [{ ...verified, user_id: undefined }] })],
    [
      'where one of them is of another',
      page({ identities: [verified, { ...verified, user_id: 8 }] }),
    ],
    ['where its owner is no number', page({ identities: [{ ...verified, user_id: 'nine' }] })],
    ['where they are too many', page({ identities: Array.from({ length: 101 }, () => verified) })],
  ])('%s', async (_, answer) => {
    Promise.resolve(answer).catch(() => undefined);
    expect((await read({ identities: answer })).identities).toBeUndefined();
  });

  it('without a requester, who is not asked about', async () => {
    const client = zaf(usual, { paths: { 'ticket.requester': null } });
    const result = await readReaders(client, createFakeClock(0));
    expect(result).toMatchObject({ value: { requester: undefined, identities: undefined } });
    expect(client.requests).toHaveLength(1);
  });
});

it('a method is only what the REST API says it is', async () => {
  const identities = [
    { value: 'a@example.com', verified: true },
    { value: 'b@example.com', verified: 'true', verification_method: 7 },
    { value: 'c@example.com', verified: false, verification_method: 'none' },
  ].map((one) => ({ user_id: 9, type: 'email', ...one }));
  expect(
    (await read({ identities: httpAnswer({ identities, next_page: null }) })).identities,
  ).toMatchObject([
    { verified: true, verificationMethod: undefined },
    { verified: undefined, verificationMethod: undefined },
    { verified: false, verificationMethod: 'none' },
  ]);
});

describe('copies', () => {
  const saved = (ticket: object, users: readonly object[] = []) =>
    httpAnswer(ticketAnswer(ticket, { users }));
  const seen = (...collaborators: readonly unknown[]) => ({
    paths: { 'ticket.collaborators': collaborators },
  });
  const stranger = { id: 31, name: 'Mal Ory', address: mal.email, isStaff: false };

  it.each(['collaborator_ids', 'email_cc_ids', 'follower_ids'])('are those of %s', async (list) => {
    expect((await read({ ticket: saved({ [list]: [31] }, [mal]) })).copies).toEqual([stranger]);
  });

  it('are named once, by however many lists', async () => {
    const ticket = saved({ collaborator_ids: [31, 32], email_cc_ids: [31] }, [mal, sam]);
    const { copies } = await read({ ticket }, seen(mal, sam));
    expect(copies).toEqual([
      stranger,
      { id: 32, name: 'Sam Staff', address: sam.email, isStaff: true },
    ]);
  });

  it('include whoever was added a moment ago, and whoever was taken out but not saved', async () => {
    const added = await read({ ticket: saved({}) }, seen(mal));
    expect(added.copies).toEqual([stranger]);
    const removed = await read({ ticket: saved({ email_cc_ids: [31] }, [mal]) }, seen());
    expect(removed.copies).toEqual([stranger]);
  });

  it('are there with each address they are known under', async () => {
    const other = { ...mal, email: 'other@example.net' };
    const { copies } = await read({ ticket: saved({ email_cc_ids: [31] }, [mal]) }, seen(other));
    expect(copies?.map(({ address }) => address)).toEqual([mal.email, other.email]);
  });

  it.each<[string, object]>([
    ['a number only', {}],
    ['one of them', { users: [mal] }],
  ])('are there with both addresses of one number, where the ticket has %s', async (_, more) => {
    const other = { ...mal, email: 'other@example.net' };
    const ticket = httpAnswer(ticketAnswer({ email_cc_ids: [31] }, more));
    const { copies } = await read({ ticket }, seen(mal, other));
    expect(copies).toEqual([stranger, { ...stranger, address: other.email }]);
  });

  it('are staff with the address that the REST API says, and with no other', async () => {
    const other = { ...sam, email: 'other@example.net' };
    const { copies } = await read({ ticket: saved({ email_cc_ids: [32] }, [sam]) }, seen(other));
    expect(copies).toMatchObject([
      { address: sam.email, isStaff: true },
      { address: other.email, isStaff: false },
    ]);
  });

  it('are strangers without a name where the ticket has a number only', async () => {
    const ticket = saved({ email_cc_ids: [31, '32'] });
    const { copies } = await read({ ticket });
    expect(copies).toEqual(
      [31, 32].map((id) => ({ id, name: undefined, address: undefined, isStaff: false })),
    );
    const { copies: named } = await read({ ticket: saved({ email_cc_ids: [31] }) }, seen(mal));
    expect(named).toEqual([stranger]);
  });

  it.each<[string, object, boolean]>([
    ['an agent', {}, true],
    ['an admin', { role: 'admin' }, true],
    ['an end user', { role: 'end-user' }, false],
    ['a role without a name', { role: 360001 }, false],
    ['no role', { role: undefined }, false],
    ['an agent of another Zendesk', { shared_agent: true }, false],
    ['an agent of who knows which Zendesk', { shared_agent: undefined }, false],
    ['a user of another Zendesk', { shared: true }, false],
  ])('count %s as staff or not', async (_, change, isStaff) => {
    const ticket = saved({ follower_ids: [32] }, [{ ...sam, ...change }]);
    expect((await read({ ticket })).copies).toMatchObject([{ isStaff }]);
  });

  it('are never staff by the word of the framework alone', async () => {
    const { copies } = await read({}, seen({ ...sam, role: 'admin' }));
    expect(copies).toMatchObject([{ isStaff: false }]);
  });

  it.each<[string, Rest, FakeZafOptions]>([
    ['without an answer', { ticket: rejecting(httpError(500)) }, {}],
    ['without any of the lists', { ticket: httpAnswer({ ticket: { id: 35436 } }) }, {}],
    ['of another ticket', { ticket: httpAnswer(ticketAnswer({ id: 1 })) }, {}],
    ['where the framework has none', {}, { paths: { 'ticket.collaborators': null } }],
    ['where one has no number', { ticket: saved({ email_cc_ids: [31, null] }) }, {}],
    ['where one has a name for a number', { ticket: saved({ follower_ids: ['x'] }) }, {}],
    ['where the framework has somebody without number and address', {}, seen({ name: 'Mal' })],
    ['where the framework has somebody who is no object', {}, seen(mal, 31)],
  ])('are unknown %s', async (_, rest, options) => {
    Promise.resolve(rest.ticket).catch(() => undefined);
    expect((await read(rest, options)).copies).toBeUndefined();
  });

  it('of a ticket that is not saved are those of the framework', async () => {
    const paths = { 'ticket.id': null, 'ticket.collaborators': [mal] };
    const { copies } = await read({}, { paths });
    expect(copies).toEqual([stranger]);
  });
});

it.each<[string, object]>([
  ['the organization', { organization_id: undefined }],
  ['an organization that can be told from another', { organization_id: 'the first' }],
  ['with whom it is shared', { sharing_agreement_ids: undefined }],
  ['which agreement it is shared by', { sharing_agreement_ids: [3, null] }],
  ['who its requester is', { requester_id: undefined }],
  ['a requester that can be told from another', { requester_id: 'jane' }],
  ['who is in copy but its followers', { collaborator_ids: null, email_cc_ids: null }],
])('a saved ticket that does not say %s has unknown readers', async (_, ticket) => {
  const { copies, audiences, savedRequester } = await read({
    ticket: httpAnswer(ticketAnswer(ticket)),
  });
  expect([copies, audiences, savedRequester]).toEqual([undefined, undefined, undefined]);
});

it('a problem ticket says so, and its readers are unknown: its reply goes to every incident', async () => {
  const { copies, audiences, isProblem } = await read({
    ticket: httpAnswer(ticketAnswer({ type: 'problem' })),
  });
  expect([copies, audiences, isProblem]).toEqual([undefined, undefined, true]);
});

it.each<[string, object]>([
  ['was suspended', { suspended: true }],
  ['may have been suspended', { suspended: undefined }],
  ['may have been deleted', { active: undefined }],
  ['may be of another Zendesk', { shared: undefined }],
  ['was deleted', { active: false }],
  ['has a role in other letters', { role: 'Agent' }],
  ['may or may not be restricted', { restricted_agent: undefined }],
  ['may open some tickets only', { restricted_agent: true, ticket_restriction: 'requested' }],
  ['is restricted without a restriction', { restricted_agent: true }],
  ...['assigned', 'groups', 'organization', 'requested', '', undefined].map(
    (limit): [string, object] => [
      `is not restricted and has the restriction ${String(limit)}`,
      { ticket_restriction: limit },
    ],
  ),
])('an agent who %s is no staff', async (_, change) => {
  const users = [{ ...sam, ...change }];
  const ticket = httpAnswer(ticketAnswer({ follower_ids: [sam.id] }, { users }));
  expect((await read({ ticket })).copies).toMatchObject([{ isStaff: false }]);
});

it('a reply into a side conversation is no mail, whatever the editor says', async () => {
  const paths = {
    'ticket.via': { channel: 'side_conversation' },
    'ticket.editor.targetChannel': { name: 'email' },
  };
  expect((await read({}, { paths })).channel).toBe('side_conversation');
});

it('more people in copy than Zendesk takes are not known, whoever lists them', async () => {
  const ids = Array.from({ length: 201 }, (_, index) => index + 1);
  const saved = httpAnswer(ticketAnswer({ follower_ids: ids }));
  expect((await read({ ticket: saved })).copies).toBeUndefined();
  const shown = { 'ticket.collaborators': ids.map((id) => ({ id, email: `a${id}@example.com` })) };
  expect((await read({}, { paths: shown })).copies).toBeUndefined();
});

describe('the requester with whom the ticket is saved', () => {
  it.each<[string, Rest, FakeZafOptions['paths'], number | undefined]>([
    ['the same', {}, {}, 9],
    ['the same, as a text', { ticket: httpAnswer(ticketAnswer({ requester_id: '9' })) }, {}, 9],
    ['changed elsewhere', { ticket: httpAnswer(ticketAnswer({ requester_id: 10 })) }, {}, 10],
    ['changed here', {}, { 'ticket.requester': { ...requester, id: 10 } }, 9],
    ['not told', { ticket: rejecting(httpError(500)) }, {}, undefined],
    ['known though the framework tells none', {}, { 'ticket.requester': null }, 9],
    ['of a new ticket the only one', {}, { 'ticket.id': null }, 9],
    [
      'of a new ticket nobody who is found',
      { user: rejecting(httpError(404)) },
      { 'ticket.id': null },
      undefined,
    ],
    [
      'of a new ticket somebody else',
      { user: httpAnswer({ user: { id: 8, organization_id: null } }) },
      { 'ticket.id': null },
      undefined,
    ],
  ])('is %s', async (_, rest, paths, savedRequester) => {
    Promise.all([rest.ticket, rest.user]).catch(() => undefined);
    expect((await read(rest, { paths: paths ?? {} })).savedRequester).toBe(savedRequester);
  });
});

describe('the channel of a reply', () => {
  const via = { channel: 'web' };
  it.each<[string, FakeZafOptions, string | undefined]>([
    ['the editor’s', { channel: 'whatsapp' }, 'whatsapp'],
    [
      'the comment’s, where it is one of its own',
      { commentType: 'twitterReply' },
      'comment (twitterReply)',
    ],
    [
      'the ticket’s, while an internal note is written',
      { commentType: 'internalNote', channel: 'internal', paths: { 'ticket.via': via } },
      'web',
    ],
    [
      'the ticket’s, in the composer of old',
      { paths: { 'ticket.editor.targetChannel': null, 'ticket.via': via } },
      'web',
    ],
    [
      'a chat, where it is a session',
      { paths: { 'ticket.editor.targetChannel': { name: 'web', sessionBased: true } } },
      'chat (web)',
    ],
    [
      'unknown otherwise',
      { paths: { 'ticket.editor.targetChannel': null, 'ticket.via': null } },
      undefined,
    ],
  ])('is %s', async (_, options, channel) => {
    expect((await read({}, options)).channel).toBe(channel);
  });
});

it('never throws, whatever Zendesk says, and never knows copies that it cannot read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.anything(), fc.anything(), async (one, other, paths) => {
      const client = zaf({ identities: httpAnswer(one), ticket: httpAnswer(other) });
      const seen = readersOf(Object(paths) as Record<string, unknown>);
      const complete = await completeReaders(client, createFakeClock(0), { ...seen, ticketId: 1 });
      expect(complete.identities).toBeUndefined();
      expect(complete.copies).toBeUndefined();
    }),
  );
});

it.each<[string, object]>([
  ['a next page by link only', { links: { next: 'https://example.zendesk.com/next' } }],
  ['a count as text', { count: '150' }],
  ['more, in a word', { meta: { has_more: 'yes' } }],
  ['an identity of somebody else', { identities: [{ ...verified, user_id: 10 }] }],
])('an answer with %s does not say which identities there are', async (_, change) => {
  const identities = httpAnswer({ identities: [verified], count: 1, ...change });
  expect((await read({ identities })).identities).toBeUndefined();
});

it('a list of followers that is no list leaves the copies unknown', async () => {
  const ticket = httpAnswer(ticketAnswer({ follower_ids: '31' }));
  expect((await read({ ticket })).copies).toBeUndefined();
});

it.each([
  ...[true, 'true', 'false', 1, 0, {}].map((session) => [session, 'chat (email)'] as const),
  ...[false, null, undefined].map((session) => [session, 'email'] as const),
])('a mail channel whose session is %j is %s', async (sessionBased, channel) => {
  const paths = { 'ticket.editor.targetChannel': { name: 'email', sessionBased } };
  expect((await read({}, { paths })).channel).toBe(channel);
});
