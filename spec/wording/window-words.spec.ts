import { createMessages } from '../../src/wording/translate';
import { noneFoundWords } from '../../src/wording/findings-in-words';
import en from '../../translations/panel/en.json';
import ja from '../../translations/panel/ja.json';
import { days, minutes, noon, portalLog } from '../../fixtures/evidence';
import { now } from '../../fixtures/open-state';

const messages = createMessages('en', en, { now: () => now, timeZone: 'UTC' });

const logOver = (span: number) => ({ ...portalLog(), window: { from: noon - span, to: noon } });
const truncated = { truncated: true };
const unreadable = { unreadable: 2 };

const cutOff = 'The log was not read to its end.';
const notRead = '2 entries could not be read.';

describe('what is said where nothing was found', () => {
  it.each([
    [days(30), 'None in the 30 days up to 12:00'],
    [days(2.2), 'None in the 2 days up to 12:00'],
    [days(2.9), 'None in the 2 days up to 12:00'],
    [days(30) - 999, 'None in the 30 days up to 12:00'],
    [days(1), 'None in the 24 hours up to 12:00'],
    [days(1) - minutes(2), 'None from 22 Nov, 12:02 to 12:00'],
    [minutes(90), 'None from 10:30 to 12:00'],
  ])('names the window of %d ms', (span, words) => {
    expect(noneFoundWords(logOver(span), messages)).toEqual([words]);
  });

  it('names it in a language without a singular, too', () => {
    const japanese = createMessages('ja', ja, { now: () => noon, timeZone: 'UTC' });

    expect(noneFoundWords(logOver(days(1)), japanese)).toEqual(['過去 1 日間になし（12:00 まで）']);
  });

  it.each([
    [truncated, [cutOff]],
    [unreadable, [notRead]],
    [{ ...truncated, ...unreadable }, [cutOff, notRead]],
  ])('is the gaps alone in %j', (gaps, words) => {
    expect(noneFoundWords({ ...portalLog(), ...gaps }, messages)).toEqual(words);
  });
});
