import type { MessageKey, Messages } from '../wording/messages';
import { whatHappened } from '../wording/words';
import type { SeenSubject, SetupLine, SetupMessage } from './lines';
import { settingLabel, settingWords } from './setting-words';

export interface LineWords {
  readonly title: string;
  readonly found: string;
  /** '' where there is nothing to do. */
  readonly next: string;
}

/** A line in words. The messages have the part of the language files that is asked for, labels included. */
export function lineWords({ id, about, found, next }: SetupLine, t: Messages): LineWords {
  const title = t(`setup.line.${id}`);
  return {
    title: about === undefined ? title : `${title}: ${settingLabel(about, t)}`,
    found: foundWords(found, t),
    next: next ? messageWords(next, t) : '',
  };
}

/** Without the source's own words, which can be anything. */
function foundWords(found: SetupLine['found'], t: Messages): string {
  if ('failure' in found) return whatHappened(found.failure, t);
  return 'problem' in found ? settingWords(found.problem, t) : messageWords(found, t);
}

function messageWords({ key, values = {} }: SetupMessage, t: Messages): string {
  const { ageMs } = values;
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' || typeof value === 'number' ? value : t.list(value),
  ]);
  return t(key, {
    ...(Object.fromEntries(filled) as Readonly<Record<string, string | number>>),
    ...(typeof ageMs === 'number' ? { age: ageWords(ageMs, t) } : {}),
  });
}

const minuteMs = 60_000;

/** In the largest unit of which there are two, never less than a minute. */
function ageWords(ms: number, t: Messages): string {
  const units: readonly (readonly [MessageKey, number])[] = [
    ['setup.age.days', 24 * 60 * minuteMs],
    ['setup.age.hours', 60 * minuteMs],
  ];
  const [key, unit] = units.find(([, length]) => ms >= 2 * length) ?? [
    'setup.age.minutes' as const,
    minuteMs,
  ];
  return t(key, { count: Math.max(1, Math.round(ms / unit)) });
}

/** How a subject stands to the settings. The subject itself is hostile and is shown as it is seen, escaped. */
export const subjectWords = ({ what }: SeenSubject, t: Messages): string =>
  t(`setup.subject.${what}`);
