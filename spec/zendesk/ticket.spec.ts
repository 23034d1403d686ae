/** @jest-environment jsdom */
import fc from 'fast-check';
import { readTicket, type TicketReading } from '../../src/zendesk/ticket';
import { ticketText } from '../../src/zendesk/ticket-text';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, ticketPaths, type FakeZafOptions } from '../support/fake-zaf';

async function read(options: FakeZafOptions = {}, subscriptionEmailField?: string) {
  const client = createFakeZaf(options);
  const result = await readTicket(client, createFakeClock(0), { subscriptionEmailField });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return { ...result.value, gets: client.calls.filter(({ call }) => call === 'get') };
}

const requester = (change: object) => ({
  'ticket.requester': { id: 20978, name: 'Jane Doe', ...change },
});

it('reads everything in one bulk get', async () => {
  const { gets, ...reading } = await read(
    { paths: { 'ticket.customField:custom_field_360042': ' billing@example.com' } },
    '360042',
  );
  expect(gets).toHaveLength(1);
  expect(reading).toEqual({
    ticket: {
      id: 35436,
      requester: {
        id: 20978,
        name: 'Jane Doe',
        email: 'jane.doe@example.com',
        locale: 'en-US',
        identities: [
          {
            type: 'email',
            value: 'jane.doe@example.com',
            verified: true,
            verificationMethod: undefined,
            primary: true,
            deliverableState: undefined,
          },
        ],
      },
      subject: 'Cannot sign in to the customers portal',
      correspondence: {
        mark: expect.any(String),
        unread: {
          messages: [],
          description: 'I reset my password and still cannot sign in.',
          notes: [],
        },
      },
      tags: ['customersdot'],
      formId: '360001',
      createdAt: Date.UTC(2026, 10, 23, 9),
      customerWroteAt: Date.UTC(2026, 10, 23, 9),
      ccs: [],
      readers: {
        ticketId: 35436,
        requester: { id: 20978, address: 'jane.doe@example.com' },
        savedRequester: undefined,
        identities: undefined,
        copies: [],
        audiences: [],
        channel: 'email',
      },
      subscriptionEmail: ' billing@example.com',
      channel: { name: 'email', richText: true },
      composer: 'publicReply',
    },
    agent: { locale: 'en-GB', isAdmin: false },
    colorScheme: 'light',
    visible: true,
  });
});

it.each(Object.keys(ticketPaths))('does without %s', async (path) => {
  expect((await read({ paths: { [path]: undefined } })).ticket).toBeDefined();
});

it('has no id and no date for a ticket that is not saved yet', async () => {
  const { ticket } = await read({ paths: { 'ticket.id': null, 'ticket.createdAt': null } });
  expect(ticket).toMatchObject({ id: undefined, createdAt: undefined });
});

describe('when the customer last wrote', () => {
  const message = (role: string, timestamp: unknown) => ({ author: { role }, timestamp });
  const wroteAt = async (...conversation: readonly unknown[]) =>
    (await read({ paths: { 'ticket.conversation': conversation } })).ticket.customerWroteAt;

  it('is the customer’s newest message, whoever wrote after it', async () => {
    expect(
      await wroteAt(
        message('end-user', '2026-11-23T09:00:00Z'),
        message('end-user', '2026-11-23T11:30:00Z'),
        message('agent', '2026-11-23T11:45:00Z'),
      ),
    ).toBe(Date.UTC(2026, 10, 23, 11, 30));
  });

  it('is when the ticket was opened, where no message says more', async () => {
    const opened = Date.UTC(2026, 10, 23, 9);
    expect(await wroteAt()).toBe(opened);
    expect(await wroteAt(message('agent', '2026-11-23T11:45:00Z'))).toBe(opened);
    expect(await wroteAt(null, 'x', message('end-user', 'soon'), message('end-user', 7))).toBe(
      opened,
    );
  });

  it('is not said of a ticket that is not saved yet', async () => {
    const { ticket } = await read({
      paths: { 'ticket.createdAt': null, 'ticket.conversation': [] },
    });
    expect(ticket.customerWroteAt).toBeUndefined();
  });
});

it('fails only where Zendesk says nothing at all', async () => {
  const client = createFakeZaf();
  client.behave('get', { kind: 'resolves', value: undefined });
  const result = await readTicket(client, createFakeClock(0), {
    subscriptionEmailField: undefined,
  });
  expect(result).toMatchObject({ ok: false, failure: { source: 'zendesk', kind: 'malformed' } });
});

describe('the requester', () => {
  it('may have no address, as on the phone', async () => {
    const { ticket } = await read({ paths: requester({ email: null }) });
    expect(ticket.requester).toMatchObject({ email: undefined, identities: [] });
  });

  it('is nobody without an id', async () => {
    const { ticket } = await read({ paths: { 'ticket.requester': { name: 'Jane' } } });
    expect(ticket.requester).toBeUndefined();
  });

  it('has verified only what Zendesk says is', async () => {
    const identities = [
      { type: 'email', value: 'a@example.com', verified: true },
      { type: 'email', value: 'b@example.com', verified: 'true' },
      { type: 'email', value: 'c@example.com', deliverableState: 'undeliverable' },
      { type: 'email' },
      null,
    ];
    const { ticket } = await read({ paths: requester({ identities }) });
    expect(ticket.requester?.identities).toMatchObject([
      { value: 'a@example.com', verified: true },
      { value: 'b@example.com', verified: undefined },
      { value: 'c@example.com', verified: undefined, deliverableState: 'undeliverable' },
    ]);
  });
});

it('keeps no more of names and of the subject than anybody reads', async () => {
  const long = 'n'.repeat(5_000);
  const { requester, subject, readers } = (
    await read({
      paths: {
        'ticket.requester': { id: 9, name: long, email: 'jane@example.com' },
        'ticket.collaborators': [{ id: 11, name: long, email: 'ann@example.com' }],
        'ticket.subject': long,
      },
    })
  ).ticket;
  expect(requester?.name).toHaveLength(400);
  expect(readers.copies?.[0]?.name).toHaveLength(400);
  expect(subject).toHaveLength(1_000);
});

describe('the text', () => {
  const textIn = ({ ticket }: TicketReading): string | undefined =>
    ticket.correspondence.unread && ticketText(ticket.correspondence.unread);

  it.each([
    [
      {
        'ticket.conversation': [
          {
            channel: { name: 'internal' },
            message: { content: '<p>Call of jane@example.com</p>' },
          },
        ],
      },
    ],
    [{ 'ticket.comments': [{ public: false, value: 'Call  of jane@example.com' }] }],
  ])('leaves out a description that is an internal note', async (paths) => {
    const note = { 'ticket.description': 'Call of jane@example.com\n' };
    expect(textIn(await read({ paths: { ...note, ...paths } }))).toBe('');
    expect(textIn(await read({ paths: note }))).toContain('jane@example.com');
  });

  it('is the description and the public conversation without markup', async () => {
    const reading = await read({
      paths: {
        'ticket.conversation': [
          { channel: { name: 'email' }, message: { content: '<p>It is j&amp;d@example.com</p>' } },
          { channel: { name: 'internal' }, message: { content: 'checked secret@example.com' } },
        ],
        'ticket.comments': [{ value: 'not read@example.com' }],
      },
    });
    expect(textIn(reading)).toBe(
      'It is j&d@example.com\nI reset my password and still cannot sign in.',
    );
  });

  it('comes from the comments where there is no conversation', async () => {
    const reading = await read({
      paths: {
        'ticket.conversation': undefined,
        'ticket.comments': [{ value: 'From <b>me</b>' }, { value: 'internal', public: false }, 7],
      },
    });
    expect(textIn(reading)).toBe('From me\nI reset my password and still cannot sign in.');
  });
});

it('names the addresses in copy', async () => {
  const { ticket } = await read({
    paths: { 'ticket.collaborators': [{ email: 'cc@example.com' }, { name: 'no address' }] },
  });
  expect(ticket.ccs).toEqual(['cc@example.com']);
});

describe('the composer', () => {
  it.each<[string, FakeZafOptions, object]>([
    ['an internal note', { commentType: 'internalNote' }, { composer: 'internalNote' }],
    ['an internal note by its channel', { channel: 'internal' }, { composer: 'internalNote' }],
    ['a channel of its own', { commentType: 'twitterReply' }, { composer: 'other' }],
    ['plain text', { richText: false }, { channel: { name: 'email', richText: false } }],
    [
      'plain text where nothing says otherwise',
      {
        paths: {
          'ticket.editor.capabilities.richText': null,
          'comment.useRichText': null,
        },
      },
      { channel: { name: 'email', richText: false } },
    ],
    [
      'rich text in the composer of old',
      {
        paths: {
          'ticket.editor.targetChannel': null,
          'ticket.editor.capabilities.richText': null,
        },
      },
      { channel: { name: 'publicReply', richText: true }, composer: 'publicReply' },
    ],
  ])('can be %s', async (_, options, facts) => {
    expect((await read(options)).ticket).toMatchObject(facts);
  });
});

it.each([
  ['an admin', { currentUser: { role: 'admin' } }, { agent: { isAdmin: true } }],
  ['a custom role', { currentUser: { role: 360001 } }, { agent: { isAdmin: false } }],
  ['the dark', { colorScheme: 'dark' }, { colorScheme: 'dark' }],
  ['an unknown scheme', { colorScheme: 'sepia' }, { colorScheme: 'light' }],
  ['an app nobody sees', { visible: false }, { visible: false }],
  ['a folded tray', { 'appsTray.isVisible': false }, { visible: false }],
])('tells %s', async (_, paths, reading) => {
  expect(await read({ paths })).toMatchObject(reading);
});

it('never throws, whatever Zendesk puts where', async () => {
  const anyPaths = fc.record(
    Object.fromEntries(Object.keys(ticketPaths).map((path) => [path, fc.anything()])),
  );
  await fc.assert(
    fc.asyncProperty(anyPaths, async (paths) => {
      const client = createFakeZaf({ paths });
      const facts = await readTicket(client, createFakeClock(0), {
        subscriptionEmailField: undefined,
      });
      expect(typeof facts.ok).toBe('boolean');
    }),
  );
});

it('reads a hundred of the identities that the framework lists, and none that says nothing', async () => {
  const identities = Array.from({ length: 150 }, (_, index) => ({
    type: 'email',
    value: `jane+${index}@example.com`,
  }));
  const requester = { id: 9, email: 'jane@example.com', identities: [null, 5, ...identities] };
  const { ticket } = await read({ paths: { 'ticket.requester': requester } });
  expect(ticket.requester?.identities).toHaveLength(98);
  expect(ticket.requester?.identities.at(-1)?.value).toBe('jane+97@example.com');
  const none = { ...requester, identities: { length: 1e9 } };
  const { ticket: other } = await read({ paths: { 'ticket.requester': none } });
  expect(other.requester?.identities).toEqual([]);
});
