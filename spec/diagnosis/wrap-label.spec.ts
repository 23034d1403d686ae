import { wrapLabel } from '../../src/diagnosis/tree-layout';

describe('a label', () => {
  it('that fits stays on its line', () => {
    expect(wrapLabel('No known cause', 144, 11)).toEqual(['No known cause']);
    expect(wrapLabel('', 144, 11)).toEqual([]);
  });

  it('is broken between words', () => {
    expect(wrapLabel('No account with this address', 144, 11)).toEqual([
      'No account with this',
      'address',
    ]);
  });

  it('is broken within a word only where the word is wider than the line', () => {
    expect(wrapLabel('ein Wiederherstellungsmailempfänger', 67, 11)).toEqual([
      'ein Wieder',
      'herstellun',
      'gsmailempf',
      'änger',
    ]);
  });

  it('is as wide as the room allows, and no wider', () => {
    expect(wrapLabel('ab cd', 5 * 0.6 * 10, 10)).toEqual(['ab cd']);
    expect(wrapLabel('ab cd', 5 * 0.6 * 10 - 1, 10)).toEqual(['ab', 'cd']);
  });

  it('keeps a word whole that fits a line exactly', () => {
    expect(wrapLabel('a bcdef', 5 * 0.6 * 10, 10)).toEqual(['a', 'bcdef']);
  });

  it('begins with a letter', () => {
    expect(wrapLabel(' No cause', 144, 11)).toEqual(['No cause']);
  });

  it('may be broken anywhere in Japanese', () => {
    expect(wrapLabel('アカウントが確認されていません', 90, 11)).toEqual([
      'アカウントが確認',
      'されていません',
    ]);
  });

  it('loses no letter', () => {
    const text = 'Reset mail (ポータル) was not delivered to Bartholomäusstraße';
    for (const width of [20, 60, 100, 400]) {
      expect(wrapLabel(text, width, 11).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });
});
