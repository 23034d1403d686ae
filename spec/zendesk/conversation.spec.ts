/** @jest-environment jsdom */
import { findAddresses } from '../../src/address/find-addresses';
import {
  colleagueWhoWroteLast,
  correspondenceOf,
  customerWroteAt,
  unreadOf,
} from '../../src/zendesk/conversation';
import { ticketText } from '../../src/zendesk/ticket-text';

const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00Z`;
const message = (role: string, minute: number, content: string, id?: number) => ({
  author: { role, id },
  channel: { name: 'email' },
  message: { content },
  timestamp: at(minute),
});
const paths = (...conversation: readonly unknown[]) => ({
  'ticket.conversation': conversation,
  'ticket.requester': { id: 9 },
  'ticket.collaborators': [
    { id: 11, email: 'ann@example.com' },
    { id: '12', email: 'bob@example.com' },
  ],
});

describe('the text that addresses are looked for in', () => {
  const addresses = (...conversation: readonly unknown[]) =>
    findAddresses(ticketText(unreadOf(paths(...conversation))));

  it('begins with the customer’s newest message, whoever wrote after it', () => {
    expect(
      addresses(
        message('end-user', 1, 'first@example.com'),
        message('agent', 2, 'ours@example.com'),
        message('end-user', 3, 'newest@example.com'),
        message('agent', 4, 'answer@example.com'),
      ),
    ).toEqual([
      'newest@example.com',
      'first@example.com',
      'answer@example.com',
      'ours@example.com',
    ]);
  });

  it.each(['end-user', 'end_user', 'customer'])('knows a customer by the role %s', (role) => {
    expect(
      addresses(message(role, 1, 'kim@example.com'), message('agent', 2, 'ours@example.com')),
    ).toEqual(['kim@example.com', 'ours@example.com']);
  });

  it('goes by the time that is stated, whatever the order', () => {
    expect(
      addresses(
        message('end-user', 3, 'new@example.com'),
        message('end-user', 1, 'old@example.com'),
      ),
    ).toEqual(['new@example.com', 'old@example.com']);
  });

  it.each([
    '<blockquote>old@example.com</blockquote>',
    '<div class="gmail_quote">old@example.com</div>',
    'On Mon, 23 Nov 2026 at 09:00, Support <support@example.net> wrote: old@example.com',
    'Am 23.11.2026 um 09:00 schrieb Support: old@example.com',
    'Il giorno lun 23 nov 2026 alle ore 09:00 Support ha scritto: old@example.com',
    'Op ma 23 nov 2026 om 09:00 schreef Support: old@example.com',
    'pon., 23 lis 2026 o 09:00 Support napisał(a): old@example.com',
    'Support 于2026年11月23日周一 09:00写道：old@example.com',
    '2026년 11월 23일 (월) 오전 9:00, Support님이 작성: old@example.com',
    'Le lun. 23 nov. 2026, Support a écrit : old@example.com',
    '-----Original Message----- From: old@example.com',
  ])('puts what is quoted after what is written, in older messages too: %s', (quoted) => {
    const found = addresses(
      message('end-user', 1, 'older@example.com'),
      message('end-user', 2, `<p>new@example.com</p>${quoted}`),
    );
    expect(found.slice(0, 2)).toEqual(['new@example.com', 'older@example.com']);
    expect(found).toContain('old@example.com');
  });

  it('holds the address behind a link', () => {
    expect(
      addresses(
        message('end-user', 1, '<a class="x" href="mailto:kim@example.com?subject=a">me</a>'),
      ),
    ).toEqual(['kim@example.com']);
  });

  it('holds no internal note', () => {
    const note = { ...message('agent', 2, 'secret@example.com'), channel: { name: 'internal' } };
    expect(addresses(note)).toEqual([]);
  });

  // A pattern that goes back over what it has read would need hours, which nobody overlooks.
  it.each(['<a ', '<a href=mailto:', 'on ', 'On a', '<div ', '---', '<blockquote'])(
    'is read once, also of a megabyte of %p',
    (piece) => {
      expect(addresses(message('end-user', 1, piece.repeat(1_000_000 / piece.length)))).toEqual([]);
    },
  );
});

describe('a ticket of megabytes', () => {
  /** Characters that were given to a parser. */
  function parsed(conversation: readonly unknown[], more: object = {}): number {
    const parse = jest.spyOn(DOMParser.prototype, 'parseFromString');
    ticketText(unreadOf({ ...paths(...conversation), ...more }));
    const characters = parse.mock.calls.reduce((sum, [html]) => sum + html.length, 0);
    parse.mockRestore();
    return characters;
  }
  const many = (count: number, content: string) =>
    Array.from({ length: count }, (_, minute) => message('end-user', minute % 60, content));

  it('is read to 20,000 characters of text, and no further', () => {
    const words = many(100, `<p>${'word '.repeat(400)}</p>`);
    expect(ticketText(unreadOf(paths(...words)))).toHaveLength(20_000);
    expect(parsed(many(200, `<p>${'word '.repeat(400)}</p>`))).toBe(parsed(words));
    expect(parsed(words)).toBeLessThan(25_000);
  });

  it('is read no further either where nearly all of it is markup', () => {
    const tags = '<span></span>'.repeat(7_000);
    expect(parsed(many(40, tags))).toBe(parsed(many(20, tags)));
    expect(parsed(many(40, tags))).toBeLessThan(450_000);
  });

  it('with a long description costs little for each of its notes', () => {
    const description = `<p>${'word '.repeat(20_000)}</p>`;
    const note = {
      ...message('agent', 2, `<p>other ${description}`),
      channel: { name: 'internal' },
    };
    const notes = (count: number) =>
      parsed(
        Array.from({ length: count }, () => note),
        { 'ticket.description': description },
      );
    expect((notes(20) - notes(10)) / 10).toBeLessThan(6_000);
    // Of more than a hundred none is: the description is left out, for it may be one of them.
    expect(notes(2_000)).toBeLessThan(6_000);
  });

  it('is not too long a list to say when the customer last wrote', () => {
    expect(customerWroteAt({ 'ticket.conversation': many(200_000, '') })).toBe(Date.parse(at(59)));
  });
});

describe('before it is read', () => {
  const note = (content: string) => ({
    ...message('agent', 1, content),
    channel: { name: 'internal' },
  });
  const paragraph = (words: string) => `<p>${words.repeat(4_000)}</p>`;

  it('takes no parser, and is no larger than what will be read', () => {
    const parse = jest.spyOn(DOMParser.prototype, 'parseFromString');
    const { messages, description, notes } = unreadOf({
      ...paths(
        ...Array.from({ length: 500 }, () => message('end-user', 2, paragraph('word '))),
        ...Array.from({ length: 500 }, () => note(paragraph('note '))),
      ),
      'ticket.description': paragraph('first '),
    });
    const length = (texts: readonly string[]) => texts.reduce((sum, one) => sum + one.length, 0);
    expect([length(messages), description.length]).toEqual([100_000, 20_000]);
    expect([notes.length, length(notes)]).toEqual([101, 505_000]);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it.each([
    ['a message more', paths(message('end-user', 1, 'one'), message('end-user', 2, 'two'))],
    ['other words', paths(message('end-user', 1, 'One'))],
    ['the same words by an agent', paths(message('agent', 1, 'one'), note('two'))],
    ['a description', { ...paths(message('end-user', 1, 'one')), 'ticket.description': 'first' }],
    ['nothing', {}],
  ])('is marked as another with %s', (_what, other) => {
    const { mark } = correspondenceOf(paths(message('end-user', 1, 'one')));
    expect(correspondenceOf(paths(message('end-user', 1, 'one'))).mark).toBe(mark);
    expect(correspondenceOf(other).mark).not.toBe(mark);
    expect(mark).not.toContain('one');
  });

  it('always has a mark', () => {
    expect(correspondenceOf({}).mark).not.toBe('');
  });
});

describe('the colleague who wrote last', () => {
  const wroteLast = (...conversation: readonly unknown[]) =>
    colleagueWhoWroteLast(paths(...conversation));

  it('is the one in copy whose message is the newest of any customer', () => {
    expect(
      wroteLast(
        message('end-user', 1, '', 9),
        message('end-user', 2, '', 12),
        message('agent', 3, '', 5),
      ),
    ).toBe('bob@example.com');
  });

  it.each([
    ['the requester wrote last', [message('end-user', 1, '', 11), message('end-user', 2, '', 9)]],
    ['nobody in copy has that id', [message('end-user', 1, '', 77)]],
    ['the author has no id', [message('end-user', 1, '')]],
    ['an agent in copy wrote', [message('agent', 1, '', 11)]],
    ['there is no conversation', []],
  ])('is nobody where %s', (_why, conversation) => {
    expect(wroteLast(...conversation)).toBeUndefined();
  });
});

it('knows when a customer last wrote, by any of the names of their role', () => {
  expect(customerWroteAt(paths(message('end_user', 5, ''), message('agent', 9, '')))).toBe(
    Date.parse(at(5)),
  );
});
