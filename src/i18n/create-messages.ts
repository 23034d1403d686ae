import type { Language } from '../lib/locale';
import type { Catalogue } from './catalogue';
import { dayFormats } from './day-formats';
import { regionOf } from './region';
import type { MessageKey, Messages, MessageValues } from './messages';
import { fill } from './fill';

interface Zone {
  readonly now: () => number;
  /** The browser's own where it is not given. */
  readonly timeZone?: string;
}

/** The panel's words in one language. A key the catalogue lacks comes out as the key: ugly, and never a crash. */
export function createMessages(language: Language, catalogue: Catalogue, zone: Zone): Messages {
  const plural = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(regionOf(language), { type: 'conjunction' });
  const formats = dayFormats(language, zone.timeZone);

  const message = (key: string, values: MessageValues = {}): string =>
    fill(catalogue[key] ?? key, values);

  const count = (key: string, howMany: number, values: MessageValues = {}): string => {
    const exact = `${key}.${plural.select(howMany)}`;
    return message(exact in catalogue ? exact : `${key}.other`, { count: howMany, ...values });
  };

  const date = (at: number): string => formats.date(at, zone.now());

  return Object.assign((key: MessageKey, values?: MessageValues) => message(key, values), {
    language,
    count,
    date,
    time: (at: number) =>
      formats.isSameDay(at, zone.now())
        ? formats.clock(at)
        : message('time.day_and_clock', { day: date(at), clock: formats.clock(at) }),
    list: (items: readonly string[]) => lists.format(items),
  });
}
