/** @jest-environment jsdom */
import { createReplyTools } from '../../src/app/reply-effects';
import { createMessages } from '../../src/wording/translate';
import english from '../../translations/panel/en.json';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf } from '../support/fake-zaf';

const clock = createFakeClock(0);
const { searchTicket } = createReplyTools(
  createFakeZaf(),
  clock,
  createMessages('en', english, { now: clock.now, timeZone: 'UTC' }),
);
const nothing = { messages: [], description: '', notes: [] };

/** Where the search is left out nothing is found: none of these may be taken for a text without an address. */
test.each([
  ['as it is', 'jane@example.com'],
  ['as HTML escapes it', 'jane&#64;example.com'],
  ['as HTML escapes it by the letter', 'jane&#x40;example.com'],
  ['by its name', 'jane&commat;example.com'],
  ['in a link', 'https://example.com/?email=jane%40example.com'],
  ['in full width', 'jane＠example.com'],
  ['small', 'jane﹫example.com'],
])(
  'an address that is written %s is found, in a message and in the description',
  async (_, text) => {
    const found = { addresses: ['jane@example.com'], hasWord: false };
    expect(await searchTicket({ ...nothing, messages: [`<p>${text}</p>`] }, [])).toEqual(found);
    expect(await searchTicket({ ...nothing, description: text }, [])).toEqual(found);
  },
);

test('a word is looked for also where no address can be', async () => {
  const unread = { ...nothing, messages: ['<p>I cannot sign in</p>'] };
  expect(await searchTicket(unread, ['sign in'])).toEqual({ addresses: [], hasWord: true });
  expect(await searchTicket(unread, [])).toEqual({ addresses: [], hasWord: false });
});
