import fc from 'fast-check';
import { languages } from '../../src/shared/reply';
import { createMessages, fill } from '../../src/wording/translate';

const noon = Date.UTC(2026, 10, 23, 12, 0);
const words = {
  'address.others.one': '{count} other',
  'address.others.other': '{count} others',
  'time.day_and_clock': '{day}, {clock}',
  'address.near_miss': 'Did they mean {address}?',
};
const zone = { now: () => noon, timeZone: 'UTC' };
const english = createMessages('en', words, zone);

describe('messages', () => {
  it('fill in values', () => {
    expect(english('address.near_miss', { address: 'a@example.com' })).toBe(
      'Did they mean a@example.com?',
    );
  });

  it('show a key that is missing rather than nothing', () => {
    expect(english('app.title')).toBe('app.title');
  });

  it('count', () => {
    expect([0, 1, 2].map((count) => english.count('address.others', count))).toEqual([
      '0 others',
      '1 other',
      '2 others',
    ]);
  });

  it('count in a language without a singular', () => {
    const japanese = createMessages('ja', { 'address.others.other': 'ほか{count}件' }, zone);

    expect(japanese.count('address.others', 1)).toBe('ほか1件');
  });

  it('fall back to the general form where a language has more forms than its catalogue', () => {
    const spanish = createMessages('es', { 'address.others.other': '{count} más' }, zone);

    expect(spanish.count('address.others', 1_000_000)).toBe('1000000 más');
  });

  it('join lists as the language does', () => {
    expect(english.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(createMessages('de', words, zone).list(['a', 'b'])).toBe('a und b');
  });
});

describe('times', () => {
  it.each([
    ['today', noon + 2 * 60_000, '12:02'],
    ['just after midnight', Date.UTC(2026, 10, 23, 0, 0), '00:00'],
    ['yesterday', Date.UTC(2026, 10, 22, 23, 59), '22 Nov, 23:59'],
    ['another year', Date.UTC(2025, 4, 3, 9, 5), '3 May 2025, 09:05'],
  ])('%s', (_when, at, expected) => {
    expect(english.time(at)).toBe(expected);
  });

  it('turn with the day of the reader, not of Greenwich', () => {
    const tokyo = createMessages('en', words, { ...zone, timeZone: 'Asia/Tokyo' });

    expect(tokyo.time(Date.UTC(2026, 10, 22, 15, 30))).toBe('00:30');
    expect(english.time(Date.UTC(2026, 10, 22, 15, 30))).toBe('22 Nov, 15:30');
  });

  it.each(languages)('are written in %s without a.m. and p.m.', (language) => {
    const messages = createMessages(language, words, zone);

    expect(messages.time(noon + 3 * 60 * 60_000)).toBe('15:00');
    expect(messages.date(Date.UTC(2026, 4, 3))).toMatch(/3/);
  });
});

describe('fill', () => {
  it('never fills what a value brought along', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        expect(fill('<{one}|{two}>', { one, two })).toBe(`<${one}|${two}>`);
      }),
    );
  });

  it('leaves a placeholder without a value standing', () => {
    expect(fill('{toString} {name}', {})).toBe('{toString} {name}');
  });
});
