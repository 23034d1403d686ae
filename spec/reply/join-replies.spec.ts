import { joinReplies } from '../../src/reply/join-replies';
import { joinTexts } from '../../src/reply/join-texts';
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

  it('of nothing is nothing, and what is unfilled is stated', () => {
    expect(joinTexts([])).toEqual({ html: '', text: '', unresolved: [] });
    expect(joinTexts([html('{{dc.x}}'), html('y {{dc.x}}')]).unresolved).toEqual(['{{dc.x}}']);
  });
});

describe('joining bundled replies', () => {
  it.each(catalogues.map((words) => [words.language, words] as const))(
    'in %s: one greeting, both causes in order, one closing',
    (language, words) => {
      const { wrong_site_reset: first, unconfirmed: second } = words.replies;
      const { text, name, origin } = joinReplies(words, {
        names: ['wrong_site_reset', 'unconfirmed'],
        language,
        requesterName: 'Jane Doe',
      });
      const order = [
        words.greeting.replace('{name}', 'Jane Doe'),
        words.opening,
        first.found,
        first.back,
        words.also,
        second.found,
        second.back,
        words.closing,
      ].map((part) => [text.indexOf(part), text.lastIndexOf(part)] as const);
      expect(order.every(([at, last]) => at >= 0 && at === last)).toBe(true);
      expect(order.map(([at]) => at)).toEqual(order.map(([at]) => at).sort((a, b) => a - b));
      expect({ name, origin }).toEqual({
        name: 'wrong_site_reset',
        origin: { kind: 'bundled', language, why: 'language' },
      });
    },
  );

  it('of one cause is that reply', () => {
    const request = { names: ['no_account'] as const, language: 'en' as const, requesterName: '' };
    const { text } = joinReplies(english, request);
    expect(text).toContain(english.replies.no_account.found);
    expect(text).not.toContain(english.also);
  });
});
