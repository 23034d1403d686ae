/** @jest-environment jsdom */
import { createMacros } from '../../src/zendesk/macros';
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
