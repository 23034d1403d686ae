import type en from '../../translations/panel/en.json';
import type { CheckId } from '../diagnosis/checks';
import type { OutcomeId } from '../diagnosis/rules';
import { type Language, regionOf } from '../shared/reply';

/** `label.<parameter>` is what Admin Center calls a setting, and `label.app` the app: from `translations/`. */
export type MessageKey = keyof typeof en | `label.${string}`;
export type MessageValues = Readonly<Record<string, string | number>>;

/** The panel's words in one language. `{name}` in a message is filled from `values`. */
export interface Messages {
  readonly language: Language;
  (key: MessageKey, values?: MessageValues): string;
  /** `<key>.one`, `<key>.other`, … by Intl.PluralRules; `{count}` is filled. */
  count(key: string, count: number, values?: MessageValues): string;
  /** `14:02`, with the day where it is not today's. */
  time(at: number): string;
  /** `3 May`, with the year where it is not this one. */
  date(at: number): string;
  /** More words of the same language, where they did not come all at once. */
  add(words: Catalogue): void;
  list(items: readonly string[]): string;
  /** One of them, not all: `A, B or C`. */
  either(items: readonly string[]): string;
  /** Day, minute and zone, for whoever wants it exactly. */
  instant(at: number): string;
}

/** One language's words, by key, as they stand in `translations/panel/`. */
export type Catalogue = Readonly<Record<string, string>>;

interface Zone {
  readonly now: () => number;
  /** The browser's own where it is not given. */
  readonly timeZone?: string;
}

/** The panel's words in one language. A key the catalogue lacks comes out as the key: ugly, and never a crash. */
export function createMessages(language: Language, words: Catalogue, zone: Zone): Messages {
  let catalogue = words;
  const plural = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(regionOf(language), { type: 'conjunction' });
  const alternatives = new Intl.ListFormat(regionOf(language), { type: 'disjunction' });
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
    add: (more: Catalogue) => {
      catalogue = { ...catalogue, ...more };
    },
    list: (items: readonly string[]) => lists.format(items),
    either: (items: readonly string[]) => alternatives.format(items),
    instant: (at: number) =>
      new Intl.DateTimeFormat(regionOf(language), {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        ...(zone.timeZone === undefined ? {} : { timeZone: zone.timeZone }),
      }).format(at),
  });
}

/**
 * Fills `{name}` from the values, in one pass: a value that itself looks like a placeholder stays as it is.
 * A placeholder without a value is left standing, where a spec or an eye can see it.
 */
export function fill(message: string, values: MessageValues): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}

function dayFormats(language: Language, timeZone: string | undefined) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const region = regionOf(language);
  const clock = new Intl.DateTimeFormat(region, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(region, { ...zone, day: 'numeric', month: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(region, {
    ...zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  // Comparable in every language and zone: 2026-11-23.
  const iso = new Intl.DateTimeFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });

  return {
    clock: (at: number): string => clock.format(at),
    isSameDay: (one: number, other: number): boolean => iso.format(one) === iso.format(other),
    date(at: number, now: number): string {
      const sameYear = iso.format(at).slice(0, 4) === iso.format(now).slice(0, 4);
      return (sameYear ? day : dayOfYear).format(at);
    },
  };
}

/** One of them, and nobody knows yet which. */
export function eitherOutcome(outcomes: readonly OutcomeId[], t: Messages): string {
  return t.either(outcomes.map((outcome) => t(`outcome.${outcome}`)));
}

export function outcomeNames(outcomes: readonly OutcomeId[], t: Messages): string {
  return t.list(outcomes.map((outcome) => t(`outcome.${outcome}`)));
}

export function checkNames(checks: readonly CheckId[], t: Messages): string {
  return t.list(checks.map((check) => t(`check.${check}`)));
}

type Load = () => Promise<{ default: Catalogue }>;

/** What Zendesk itself shows of the app, in Admin Center. */
interface AppTexts {
  readonly app: {
    readonly name: string;
    readonly parameters: Readonly<Record<string, { readonly label: string }>>;
  };
}

interface Files {
  readonly first: Load;
  readonly later: Load;
  readonly asked: Load;
  readonly app: () => Promise<{ default: AppTexts }>;
}

/**
 * Each file comes as three (`vite.config.ts`): what the first view says, what is said below it or after most presses,
 * and what only few of them ask for.
 */
const files: Record<Language, Files> = {
  en: {
    first: () => import('../../translations/panel/en.json?first'),
    later: () => import('../../translations/panel/en.json?later'),
    asked: () => import('../../translations/panel/en.json?asked'),
    app: () => import('../../translations/en.json'),
  },
  de: {
    first: () => import('../../translations/panel/de.json?first'),
    later: () => import('../../translations/panel/de.json?later'),
    asked: () => import('../../translations/panel/de.json?asked'),
    app: () => import('../../translations/de.json'),
  },
  es: {
    first: () => import('../../translations/panel/es.json?first'),
    later: () => import('../../translations/panel/es.json?later'),
    asked: () => import('../../translations/panel/es.json?asked'),
    app: () => import('../../translations/es.json'),
  },
  fr: {
    first: () => import('../../translations/panel/fr.json?first'),
    later: () => import('../../translations/panel/fr.json?later'),
    asked: () => import('../../translations/panel/fr.json?asked'),
    app: () => import('../../translations/fr.json'),
  },
  ja: {
    first: () => import('../../translations/panel/ja.json?first'),
    later: () => import('../../translations/panel/ja.json?later'),
    asked: () => import('../../translations/panel/ja.json?asked'),
    app: () => import('../../translations/ja.json'),
  },
  'pt-BR': {
    first: () => import('../../translations/panel/pt-BR.json?first'),
    later: () => import('../../translations/panel/pt-BR.json?later'),
    asked: () => import('../../translations/panel/pt-BR.json?asked'),
    app: () => import('../../translations/pt-BR.json'),
  },
};

export interface LoadedWords {
  /** What the words are in: English where the language asked for did not arrive. */
  readonly language: Language;
  readonly words: Catalogue;
}

/** One language is fetched, English too, so that nobody downloads two. */
export async function loadCatalogue(language: Language): Promise<LoadedWords> {
  try {
    return { language, words: (await files[language].first()).default };
  } catch {
    return language === 'en' ? { language, words: {} } : loadCatalogue('en');
  }
}

/** The rest of the same language; rejects where it does not arrive. */
export async function loadLaterWords(language: Language): Promise<Catalogue> {
  return (await files[language].later()).default;
}

/** What only a press or a lost mail asks for, with Admin Center's names of the settings; rejects likewise. */
export async function loadAskedWords(language: Language): Promise<Catalogue> {
  const [words, texts] = await Promise.all([files[language].asked(), files[language].app()]);
  const { name, parameters } = texts.default.app;
  const labels: Record<string, string> = { 'label.app': name };
  for (const [setting, { label }] of Object.entries(parameters)) labels[`label.${setting}`] = label;
  return { ...words.default, ...labels };
}
