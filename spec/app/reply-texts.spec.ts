import { createReplyShelf, type FindWords } from '../../src/app/reply-texts';
import type { ReplyText, SuggestedReply } from '../../src/replies/reply';

const suggestions: readonly SuggestedReply[] = [
  { name: 'wrong_site_reset', role: 'verdict' },
  { name: 'unconfirmed', role: 'also' },
];

/** Words come by promise, and say so by another. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

function words(name: SuggestedReply['name']): ReplyText {
  return {
    name,
    html: `<p>${name}</p>`,
    text: name,
    origin: { kind: 'bundled', language: 'en', why: 'not-installed' },
    unresolved: [],
  };
}

describe('the reply shelf', () => {
  it('shows a reply as loading, then with its words, and says when they have come', async () => {
    const onWords = jest.fn();
    const shelf = createReplyShelf((name) => Promise.resolve(words(name)), onWords);

    expect(shelf.show(suggestions, undefined).map(({ text }) => text.state)).toEqual([
      'loading',
      'loading',
    ]);
    await settled();
    expect(onWords).toHaveBeenCalledTimes(2);
    expect(shelf.show(suggestions, undefined)[1]?.text).toEqual({
      state: 'ready',
      reply: words('unconfirmed'),
    });
  });

  it('asks once for each reply and language, however often it is looked at', async () => {
    const findWords = jest.fn<ReturnType<FindWords>, Parameters<FindWords>>((name) =>
      Promise.resolve(words(name)),
    );
    const shelf = createReplyShelf(findWords, () => undefined);
    for (const language of [undefined, 'de', undefined, 'de'] as const) {
      shelf.show(suggestions, language);
      await settled();
    }
    expect(findWords.mock.calls).toEqual([
      ['wrong_site_reset', undefined],
      ['unconfirmed', undefined],
      ['wrong_site_reset', 'de'],
      ['unconfirmed', 'de'],
    ]);
  });

  it('hands out the very same words each time, so that the desk can recognise them', async () => {
    const shelf = createReplyShelf(
      (name) => Promise.resolve(words(name)),
      () => undefined,
    );
    shelf.show(suggestions, undefined);
    await settled();
    const [first] = shelf.show(suggestions, undefined);
    const [again] = shelf.show(suggestions, undefined);
    expect(first?.text).toMatchObject({ state: 'ready' });
    expect(again?.text.state === 'ready' && again.text.reply).toBe(
      first?.text.state === 'ready' && first.text.reply,
    );
  });

  it('says when words cannot be had, and asks again only when told to', async () => {
    const findWords = jest.fn(() => Promise.reject(new Error('chunk not found')));
    const shelf = createReplyShelf(findWords, () => undefined);
    shelf.show(suggestions, undefined);
    await settled();
    expect(shelf.show(suggestions, undefined)[0]?.text).toEqual({ state: 'unavailable' });
    expect(findWords).toHaveBeenCalledTimes(2);

    shelf.retry();
    expect(shelf.show(suggestions, undefined)[0]?.text).toEqual({ state: 'loading' });
    expect(findWords).toHaveBeenCalledTimes(4);
  });

  it('remembers what was inserted, by reply', () => {
    const shelf = createReplyShelf(
      (name) => Promise.resolve(words(name)),
      () => undefined,
    );
    shelf.markInserted(['unconfirmed'], 7);
    expect(shelf.insertedAt('unconfirmed')).toBe(7);
    expect(shelf.show(suggestions, undefined).map(({ insertedAt }) => insertedAt)).toEqual([
      undefined,
      7,
    ]);
  });
});
