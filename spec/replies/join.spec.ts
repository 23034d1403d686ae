/** @jest-environment jsdom */
import fc from 'fast-check';
import { editions } from '../../src/diagnosis/editions';
import type { Edition } from '../../src/diagnosis/diagnosis';
import type { ReplyCatalogue } from '../../src/replies/catalogue';
import { runs } from '../support/runs';
import {
  bundledReply,
  joinReplies,
  joinTexts,
  replyFromMacro,
  toHtml,
} from '../../src/replies/compose-reply';
import type { ReplyText } from '../../src/replies/suggest';
import type { ReplyName } from '../../src/shared/reply';
import { catalogues, english } from './all-replies';

const html = (...texts: readonly string[]) => ({
  html: texts.map((text) => `<p>${text}</p>`).join(''),
});
const join = (between: string, ...replies: readonly { html: string }[]) =>
  joinTexts(replies, between).text.split('\n\n');

describe('joining texts', () => {
  it('says the greeting once at the beginning and the closing once at the end', () => {
    const one = html('Hello Jane,', 'Thanks.', 'One.', 'Bye.');
    const two = html('Hello Jane,', 'Thanks.', 'Two.', 'Bye.');
    const three = html('Hello Jane,', 'Thanks.', 'Three.', 'Bye.');
    expect(join('', one, two, three)).toEqual([
      'Hello Jane,',
      'Thanks.',
      'One.',
      'Two.',
      'Three.',
      'Bye.',
    ]);
  });

  it('keeps texts whole that share nothing', () => {
    expect(join('', html('Hi,', 'One.'), html('Hello,', 'Two.'))).toEqual([
      'Hi,',
      'One.',
      'Hello,',
      'Two.',
    ]);
  });

  it('leads over to each further cause, and to nothing else', () => {
    const one = html('Hello,', 'One.', 'Bye.');
    const two = html('Hello,', 'Two.', 'Bye.');
    expect(join('<p>Also:</p>', one, two)).toEqual(['Hello,', 'One.', 'Also:', 'Two.', 'Bye.']);
    expect(join('<p>Also:</p>', one, one)).toEqual(['Hello,', 'One.', 'Bye.']);
    expect(join('<p>Also:</p>', one)).toEqual(['Hello,', 'One.', 'Bye.']);
  });

  it('says what two of them say where the later one says it, steps too', () => {
    const one = { html: '<p>Hi,</p><p>One:</p><ol><li>a</li><li>b</li></ol><p>Else.</p><p>1</p>' };
    const two = { html: '<p>Hi,</p><p>Two:</p><ul><li>b</li><li>c</li></ul><p>Else.</p><p>2</p>' };
    expect(joinTexts([one, two]).html).toBe(
      '<p>Hi,</p><p>One:</p><ol><li>a</li></ol><p>1</p><p>Two:</p><ul><li>b</li><li>c</li></ul><p>Else.</p><p>2</p>',
    );
  });

  it('leaves a text what it says twice itself', () => {
    expect(join('', html('Hi,', 'One.', 'One.', '1'), html('Hi,', 'Two.'))).toEqual([
      'Hi,',
      'One.',
      'One.',
      '1',
      'Two.',
    ]);
  });

  it('does not take a part for both greeting and closing', () => {
    expect(join('', html('Same.', 'Same.'), html('Same.', 'New.', 'Same.'))).toEqual([
      'Same.',
      'New.',
      'Same.',
    ]);
  });

  it('does not take what the first text has once for both its beginning and its end', () => {
    expect(join('', html('Same.'), html('Same.', 'Same.'))).toEqual(['Same.', 'Same.']);
  });

  it('makes no paragraph of the white space between two', () => {
    expect(joinTexts([{ html: '<p>a</p>\n <p>b</p> ' }]).html).toBe('<p>a</p><p>b</p>');
  });

  it('loses no loose line of a macro without paragraphs', () => {
    const one = { html: 'Hello,<br><br>One &amp; <b>all</b>.<br>Bye.' };
    const two = { html: 'Hello,<br>Two.<ul><li>x</li></ul>Bye.' };
    expect(joinTexts([one, two]).html).toBe(
      '<p>Hello,</p><p>One &amp; <b>all</b>.</p><p>Two.</p><ul><li>x</li></ul><p>Bye.</p>',
    );
  });

  it('parses each part a few times, however many there are', () => {
    const of = (count: number, letter: string) =>
      html(...Array.from({ length: count }, (_, index) => `${letter}${index}`));
    const parsed = (count: number): number => {
      const parse = jest.spyOn(DOMParser.prototype, 'parseFromString');
      joinTexts([of(count, 'a'), of(count, 'b')]);
      const { length } = parse.mock.calls;
      parse.mockRestore();
      return length;
    };
    expect(parsed(80)).toBeLessThan(2.2 * parsed(40));
  });

  it('of nothing is nothing, and what is unfilled is stated', () => {
    expect(joinTexts([])).toEqual({ html: '', text: '', unresolved: [] });
    expect(joinTexts([html('{{dc.x}}'), html('y {{dc.x}}')]).unresolved).toEqual(['{{dc.x}}']);
  });
});

const inWords = (words: ReplyCatalogue, name: ReplyName) =>
  bundledReply(words, {
    name,
    language: words.language,
    why: 'language',
    requesterName: 'Jane Doe',
  });

describe('joining bundled replies', () => {
  it.each(catalogues.map((words) => [words.language, words] as const))(
    'in %s: one greeting, the confirmation first, one closing',
    (language, words) => {
      const { wrong_site_reset: second, unconfirmed: first } = words.replies;
      const { text, name, origin } = joinReplies(
        inWords(words, 'wrong_site_reset'),
        [inWords(words, 'unconfirmed')],
        words.also,
      );
      const order = [
        words.greeting.replace('{name}', 'Jane Doe'),
        words.opening,
        first.found,
        words.also,
        second.found,
        second.back,
        words.closing,
      ].map((part) => [text.indexOf(part), text.lastIndexOf(part)] as const);
      expect(order.every(([at, last]) => at >= 0 && at === last)).toBe(true);
      expect(order.map(([at]) => at)).toEqual(order.map(([at]) => at).sort((a, b) => a - b));
      // The verdict's, though it does not come first.
      expect({ name, origin }).toEqual({
        name: 'wrong_site_reset',
        origin: { kind: 'bundled', language, why: 'language' },
      });
    },
  );

  const anyCatalogue = fc.constantFrom(...catalogues);
  /** Causes that can hold at once: none of them stands alone. */
  const together = fc
    .constantFrom(...Object.values(editions))
    .chain(({ rules, replies }: Edition) => {
      const names = rules
        .filter(({ standsAlone }) => !standsAlone)
        .map(({ outcome }) => replies[outcome]);
      const lost: readonly ReplyName[] = ['reset_refused', 'reset_delayed', 'reset_misrouted'];
      return fc.shuffledSubarray(
        [...names, ...lost].flatMap((name) => name ?? []),
        { minLength: 1, maxLength: 3 },
      );
    });
  const linesOf = (html: string): readonly string[] =>
    [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('p, li')].map(
      ({ textContent }) => textContent,
    );
  const without = (lines: readonly string[], ...some: readonly string[]) =>
    lines.filter((line) => !some.includes(line));
  const filled = (text: string) => linesOf(toHtml([{ kind: 'paragraph', text }])).join('');

  it('says each instruction once, loses none, and adds nothing but what leads over', () => {
    fc.assert(
      fc.property(anyCatalogue, together, (words, names) => {
        const texts = names.map((name) => inWords(words, name));
        const [first, ...others] = texts;
        fc.pre(first !== undefined);
        const joined = without(linesOf(joinReplies(first, others, words.also).html), words.also);
        expect(joined).toHaveLength(new Set(joined).size);
        const said = new Set(texts.flatMap(({ html }) => linesOf(html)));
        expect(joined.filter((line) => !said.has(line))).toEqual([]);
        // What leads to steps that are all said elsewhere goes with them.
        const lost = [...said].filter((line) => !joined.includes(line));
        const leads = names.map((name) => filled(words.replies[name].ask));
        expect(without(lost, ...leads)).toEqual([]);
      }),
      { numRuns: runs(60, 1_000) },
    );
  });

  it('asks first for what the rest depends on: email that arrives, then the confirmation', () => {
    fc.assert(
      fc.property(anyCatalogue, together, (words, names) => {
        const [first, ...others] = names.map((name) => inWords(words, name));
        fc.pre(first !== undefined && others.length > 0);
        const { text } = joinReplies(first, others, words.also);
        const at = (name: ReplyName) => text.indexOf(words.replies[name].found);
        const order = names.toSorted((one, other) => at(one) - at(other));
        const isConfirmation = (name: ReplyName) => name.startsWith('unconfirmed');
        const isLost = (name: ReplyName) => /^(reset|link)_(not_del|refused|misr)/.test(name);
        const places = order.map((name) => (isLost(name) ? 0 : isConfirmation(name) ? 1 : 2));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
      { numRuns: runs(60, 1_000) },
    );
  });

  it('drops what leads to steps that are all said later', () => {
    const [one, two] = [inWords(english, 'link_expired'), inWords(english, 'not_linked')];
    expect(joinReplies(one, [two], english.also).text).not.toContain(
      english.replies.link_expired.ask,
    );
  });

  it('of one cause is that reply', () => {
    const reply = bundledReply(english, {
      name: 'no_account',
      language: 'en',
      why: 'not-installed',
      requesterName: '',
    });
    expect(joinReplies(reply, [], english.also)).toEqual(reply);
  });
});

test('macros are joined in their own words, and whose they are is kept', () => {
  const macro = (name: ReplyName, html: string): ReplyText => ({
    name,
    html,
    text: '',
    origin: { kind: 'macro', macroId: 7, title: 'Ours', ownMacro: true },
    unresolved: [],
  });
  const joined = joinReplies(macro('reset_not_delivered', '<p>Hi,</p><p>One.</p><p>Bye.</p>'), [
    macro('unconfirmed', '<p>Hi,</p><p>Two {{dc.x}}.</p><p>Bye.</p>'),
  ]);
  expect(joined).toEqual({
    name: 'reset_not_delivered',
    html: '<p>Hi,</p><p>One.</p><p>Two {{dc.x}}.</p><p>Bye.</p>',
    text: 'Hi,\n\nOne.\n\nTwo {{dc.x}}.\n\nBye.',
    origin: { kind: 'macro', macroId: 7, title: 'Ours', ownMacro: true },
    unresolved: ['{{dc.x}}'],
  });
});

test.each([
  ['a link’s address', '<p><a href="https://example.com/{{ticket.id}}">x</a></p>', '{{ticket.id}}'],
  ['markup', '<p>{<b>{ticket.id}}</b></p>', '{{ticket.id}}'],
])('a placeholder that %s hides is still stated once macros are joined', (_where, html, found) => {
  const macro = (name: ReplyName, written: string) =>
    replyFromMacro(name, { macroId: 7, title: 'Ours', html: written, ownMacro: true }, 'Jane Doe');
  const joined = joinReplies(macro('reset_not_delivered', '<p>One.</p>'), [
    macro('unconfirmed', html),
  ]);
  expect(joined.unresolved).toEqual([found]);
});
