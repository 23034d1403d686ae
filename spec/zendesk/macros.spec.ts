/** @jest-environment jsdom */
import { createMacros, macroTitles } from '../../src/zendesk/macros';
import requirements from '../../requirements.json';
import { createFakeClock } from '../support/fake-clock';
import {
  createFakeZaf,
  httpAnswer,
  httpError,
  rejecting,
  type FakeZafOptions,
  type Respond,
} from '../support/fake-zaf';

const requirement = {
  'requirement:portal_sign_in_reseller': {
    requirement_id: 360010,
    requirement_type: 'macros',
    identifier: 'portal_sign_in_reseller',
  },
};
const comment = {
  body: 'Hello Jane',
  scoped_body: [
    ['text/html', '<p>Hello <b>Jane</b></p>'],
    ['text/plain', 'Hello Jane'],
  ],
  public: true,
};
const macro = { macro: { id: 360010, title: 'Portal sign-in::Reseller', active: true } };

interface Answers {
  readonly macro?: () => unknown;
  readonly apply?: () => unknown;
}

function responding({ macro: one, apply }: Answers = {}): Respond {
  return ({ url }) =>
    url.includes('/apply.json')
      ? (apply ?? (() => httpAnswer({ result: { ticket: { comment } } })))()
      : (one ?? (() => httpAnswer(macro)))();
}

async function find(
  options: FakeZafOptions = {},
  macroIds = {},
  ticketId: number | undefined = 35436,
) {
  const clock = createFakeClock(0);
  const client = createFakeZaf({ paths: requirement, respond: responding(), ...options });
  const finding = createMacros(client, clock).find('reseller', macroIds, ticketId);
  await clock.advance(60_000);
  expect(clock.pending()).toBe(0);
  return { result: await finding, client };
}

it("finds the app's macro and how it reads in this ticket", async () => {
  const { result, client } = await find();
  expect(result).toEqual({
    kind: 'found',
    macroId: 360010,
    title: 'Portal sign-in::Reseller',
    html: '<p>Hello <b>Jane</b></p>',
    text: 'Hello Jane',
    ownMacro: false,
  });
  expect(client.requests.map(({ url }) => url)).toEqual([
    '/api/v2/macros/360010.json',
    '/api/v2/tickets/35436/macros/360010/apply.json',
  ]);
  expect(client.requests.some((request) => 'secure' in request)).toBe(false);
});

it("prefers the admin's own macro, without looking for ours", async () => {
  const { result, client } = await find({}, { reseller: 77 });
  expect(result).toMatchObject({ kind: 'found', macroId: 77, ownMacro: true });
  expect(client.calls.some(({ call }) => call === 'get')).toBe(false);
});

it.each<[string, FakeZafOptions, string]>([
  ['not-installed', { paths: {} }, 'no requirement, as under zcli'],
  [
    'not-installed',
    { paths: { 'requirement:portal_sign_in_reseller': null } },
    'an empty requirement',
  ],
  ['missing', { respond: responding({ macro: () => rejecting(httpError(404)) }) }, 'a 404'],
  ['forbidden', { respond: responding({ macro: () => rejecting(httpError(403)) }) }, 'a 403'],
  [
    'inactive',
    { respond: responding({ macro: () => httpAnswer({ macro: { active: false } }) }) },
    'a macro that was deactivated',
  ],
  [
    'forbidden',
    { respond: responding({ apply: () => rejecting(httpError(403)) }) },
    'a preview that is not allowed',
  ],
  ['failed', { respond: responding({ apply: () => rejecting(httpError(500)) }) }, 'a 500'],
  ['failed', { respond: responding({ macro: () => httpAnswer('<html>') }) }, 'HTML'],
  ['failed', { respond: responding({ macro: () => httpAnswer('') }) }, 'an empty answer'],
  ['failed', { respond: () => new Promise(() => undefined) }, 'silence'],
  [
    'failed',
    { respond: responding({ apply: () => httpAnswer({ result: { ticket: {} } }) }) },
    'a macro without a comment',
  ],
  [
    'failed',
    {
      respond: responding({
        apply: () => httpAnswer({ result: { ticket: { comment: { ...comment, public: false } } } }),
      }),
    },
    'a macro that writes an internal note',
  ],
  [
    'failed',
    {
      respond: responding({
        apply: () =>
          httpAnswer({ result: { ticket: { comment: { ...comment, public: 'false' } } } }),
      }),
    },
    'a macro that writes an internal note, said in words',
  ],
  [
    'failed',
    {
      respond: responding({
        apply: () => httpAnswer({ result: { ticket: { comment: { ...comment, public: null } } } }),
      }),
    },
    'a macro of which nobody says where it writes',
  ],
  [
    'failed',
    {
      respond: responding({
        macro: () =>
          httpAnswer({
            macro: {
              active: true,
              title: 'x',
              actions: [{ field: 'comment_mode_is_public', value: 'false' }],
            },
          }),
        apply: () => httpAnswer({ result: { ticket: { comment: { body: 'x' } } } }),
      }),
    },
    'a macro whose own action makes it an internal note',
  ],
])('is %s because of %p', async (kind, options) => {
  expect((await find(options)).result).toEqual({ kind });
});

it('cannot be previewed in a ticket that is not saved', async () => {
  const client = createFakeZaf({ paths: requirement });
  const finding = createMacros(client, createFakeClock(0)).find('reseller', {}, undefined);
  expect(await finding).toEqual({ kind: 'unsaved-ticket' });
  expect(client.calls).toEqual([]);
});

it.each([
  [
    'labels of the other kind',
    {
      scoped_body: [
        ['html', '<p>Hello</p>'],
        ['plain', 'Hello'],
      ],
    },
    '<p>Hello</p>',
  ],
  ['an html_body', { html_body: '<p>Hello</p>' }, '<p>Hello</p>'],
  ['plain text alone', { body: 'a <b>\nc', public: 'true' }, 'a &lt;b&gt;<br>c'],
])('understands a comment with %s', async (_, change, html) => {
  const respond = responding({
    apply: () => httpAnswer({ result: { ticket: { comment: change } } }),
  });
  expect((await find({ respond })).result).toMatchObject({ kind: 'found', html });
});

describe('the documented preview, which does not say whether it is markup', () => {
  const rich = [{ field: 'comment_value_html', value: '…' }];
  const plain = [{ field: 'comment_value', value: '…' }];

  it.each<[string, object, unknown, string]>([
    [
      'written as rich text',
      { body: '<p>Hello <b>Jane</b></p>' },
      rich,
      '<p>Hello <b>Jane</b></p>',
    ],
    ['written as rich text, without blocks', { body: 'a &amp; b' }, rich, 'a &amp; b'],
    ['written plain', { body: 'a & b\n1 < 2' }, plain, 'a &amp; b<br>1 &lt; 2'],
    ['of which nobody says how, with blocks', { body: '<p>Hello</p>' }, undefined, '<p>Hello</p>'],
    ['of which nobody says how, without', { body: 'a <b> c' }, undefined, 'a &lt;b&gt; c'],
    ['by channel', { scoped_body: [['channel:all', '<p>Hello</p>']] }, rich, '<p>Hello</p>'],
    [
      'that gives markup beside it',
      { body: 'Hello', html_body: '<p>Hello</p>' },
      plain,
      '<p>Hello</p>',
    ],
  ])('%s', async (_, change, actions, html) => {
    const respond = responding({
      macro: () => httpAnswer({ macro: { ...macro.macro, actions } }),
      apply: () => httpAnswer({ result: { ticket: { comment: change } } }),
    });
    expect((await find({ respond })).result).toMatchObject({ kind: 'found', html });
  });
});

describe('without the app’s requirements, by title', () => {
  const title = macroTitles.reseller;
  const named = (id: number, change: object = {}) => ({ id, title, active: true, ...change });
  const searching = (macros: readonly object[]): FakeZafOptions => ({
    paths: {},
    respond: (options) =>
      options.url.includes('/search.json') ? httpAnswer({ macros }) : responding()(options),
  });

  it('one macro of exactly that title is taken', async () => {
    const near = named(3, { title: `${title} (old)` });
    const off = named(4, { active: false });
    const { result, client } = await find(searching([near, off, named(360010)]));
    expect(result).toMatchObject({ kind: 'found', macroId: 360010, ownMacro: false });
    expect(client.requests[0]?.url).toBe(
      `/api/v2/macros/search.json?query=${encodeURIComponent(title)}`,
    );
  });

  it.each<[string, readonly object[], string]>([
    ['none', [], 'not-installed'],
    ['only similar ones', [named(3, { title: 'Reseller' })], 'not-installed'],
    ['two', [named(3), named(4)], 'several'],
  ])('%s: our own text is used, and it is said why', async (_, macros, kind) => {
    expect((await find(searching(macros))).result).toEqual({ kind });
  });

  it('the titles are those of requirements.json', () => {
    const titles = Object.entries(requirements.macros).map(([identifier, one]) => [
      identifier.replace('portal_sign_in_', ''),
      one.title,
    ]);
    expect(macroTitles).toEqual(Object.fromEntries(titles));
  });
});

it.each([
  ['of 200,001 characters', 'x'.repeat(200_001)],
  ['with more tags than a browser reads in good time', '<b>'.repeat(4_001)],
])('a macro %s is too large, and is not parsed', async (_, html) => {
  const parsing = jest.spyOn(DOMParser.prototype, 'parseFromString');
  const large = { html_body: html, public: true };
  const apply = () => httpAnswer({ result: { ticket: { comment: large } } });
  const { result } = await find({ respond: responding({ apply }) });
  expect(result).toEqual({ kind: 'too-large' });
  expect(parsing).not.toHaveBeenCalled();
  parsing.mockRestore();
});
