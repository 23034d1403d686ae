import { act, render } from '@testing-library/react';
import { computeAccessibleName } from 'dom-accessibility-api';
import { createFakeApp } from '../../fixtures/fake-app';
import { impatientClock, now } from '../../fixtures/open-state';
import { galleryStates } from '../../sandbox/gallery/states';
import { oneOfEachThing } from '../support/one-of-each-thing';
import { Panel, deferredParts } from '../../src/panel/panel';
import { type Language, languages } from '../../src/shared/reply';
import {
  type Messages,
  createMessages,
  loadAskedWords,
  loadCatalogue,
  loadLaterWords,
} from '../../src/wording/translate';
import { all } from '../support/render-panel';

type GalleryState = (typeof galleryStates)[number];

const spoken = new Map<Language, Messages>();

beforeAll(async () => {
  for (const language of languages) {
    const messages = createMessages(language, (await loadCatalogue(language)).words, {
      now: () => now,
      timeZone: 'UTC',
    });
    messages.add(await loadLaterWords(language));
    messages.add(await loadAskedWords(language));
    spoken.set(language, messages);
    await Promise.all(Object.values(deferredParts).map((parts) => parts.fetch(messages)));
  }
});

function messagesIn(language: Language): Messages {
  const messages = spoken.get(language);
  if (!messages) throw new Error(`Nobody speaks ${language}.`);
  return messages;
}

interface Shown {
  readonly root: HTMLElement;
  /** The same page, with the same parts open, in another language. */
  readonly speak: (language: Language) => void;
}

/** What a `details` holds is drawn when its event comes, which is later than the press. */
const toggleOf = (summary: HTMLElement): Promise<unknown> =>
  new Promise((resolve) =>
    summary.parentElement?.addEventListener('toggle', resolve, { once: true }),
  );

/** The state as the gallery has it, with what it presses, which it names in English. */
async function draw({ state, setup, press = [] }: GalleryState): Promise<Shown> {
  const app = createFakeApp(state, setup);
  const panelIn = (language: Language) => (
    <Panel
      app={app}
      messages={messagesIn(language)}
      scheme={light}
      clock={impatientClock}
      reload={jest.fn()}
    />
  );
  const { container, rerender } = render(panelIn('en'));
  for (const name of press) {
    const button = all(container, 'button, summary').find((each) =>
      `${workOutName(each)} `.startsWith(`${name} `),
    );
    if (!button) throw new Error(`There is nothing to press with the words “${name}”.`);
    await act(async () => {
      const opened = button.localName === 'summary' ? toggleOf(button) : Promise.resolve();
      button.click();
      await opened;
    });
  }
  let spokenNow: Language = 'en';
  return {
    root: container,
    speak: (language) => {
      if (language !== spokenNow) rerender(panelIn(language));
      spokenNow = language;
    },
  };
}

/** As it is drawn. */
const englishFirst = [...new Set<Language>(['en', ...languages])];

const light = { get: () => 'light' as const, subscribe: () => () => undefined };

// No style sheet of ours takes anything from a screen reader: jsdom need not work out the styles of all.
const noStyle = { getPropertyValue: () => '', display: 'block', visibility: 'visible' };
const workOutName = (element: Element): string =>
  oneLine(
    computeAccessibleName(element, {
      computedStyleSupportsPseudoElements: false,
      getComputedStyle: () => noStyle as unknown as CSSStyleDeclaration,
    }),
  );

let worked = new Map<Element, string>();

/** Asked for often, of a page that does not change while it is looked at. */
function nameOf(element: Element): string {
  const name = worked.get(element) ?? workOutName(element);
  worked.set(element, name);
  return name;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const start = ({ outerHTML }: Element): string => outerHTML.slice(0, 160);

/** Without what only a screen reader meets, and without an icon or a digit that it does not. */
function seenWords(element: Element): string {
  if (!element.querySelector(unheardOrUnseen)) return oneLine(element.textContent);
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(unheardOrUnseen)) part.remove();
  return oneLine(copy.textContent);
}

const unheardOrUnseen = '[aria-hidden], svg';

const twins = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** The words of a reply are not the panel's. */
const isOwn = (element: Element): boolean => !element.matches('[lang] *');

function problemsOfNames(root: Element): readonly string[] {
  const controls = all(root, 'button, summary, a[href], input, select, textarea').filter(isOwn);
  const places = all(root, 'section, article, [role="group"]');
  const pictures = all(root, '[role="img"]');
  return [
    ...[...controls, ...places, ...pictures]
      .filter((element) => nameOf(element) === '')
      .map((element) => `has no name: ${start(element)}`),
    ...twins(controls.map(nameOf)).map((name) => `two to press: ${name}`),
    ...twins(places.map(nameOf)).map((name) => `two places: ${name}`),
    ...controls
      .filter((control) => control.matches('button, summary, a'))
      .filter((control) => !nameOf(control).startsWith(seenWords(control)))
      .map((control) => `reads “${seenWords(control)}”, is called “${nameOf(control)}”`),
  ];
}

function problemsOfStructure(root: Element): readonly string[] {
  const headings = all(root, 'h1, h2, h3, h4, h5, h6').filter(isOwn);
  const levels = headings.map(({ localName }) => Number(localName.slice(1)));
  const ids = all(root, '[id]').map(({ id }) => id);
  const ends = ['aria-controls', 'aria-labelledby', 'aria-describedby', 'for'].flatMap((name) =>
    all(root, `[${name}]`).flatMap((element) => (element.getAttribute(name) ?? '').split(' ')),
  );
  return [
    ...levels
      .filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
      .map((level) => `a heading ${level} after a gap: ${levels.join(' ')}`),
    ...all(root, '[role="heading"]').map((element) => `no real heading: ${start(element)}`),
    // A line in bold alone above a list is read as any other line.
    ...all(root, 'strong + ul, strong + ol').map((element) => `no heading above ${start(element)}`),
    ...all(root, 'p, h1, h2, h3, ul, li, strong, span')
      .filter((element) => element.textContent === '' && element.childElementCount === 0)
      .filter((element) => element.closest('[role="status"]') === null)
      .map((element) => `empty: ${start(element)}`),
    ...twins(ids).map((id) => `two elements are #${id}`),
    ...ends.filter((id) => !ids.includes(id)).map((id) => `nothing is #${id}`),
  ];
}

/** What is not in the panel's language says in which it is, and '' where nobody knows. */
function problemsOfLanguage(root: Element, language: Language): readonly string[] {
  const { [language]: _, ...foreign } = namesOfLanguages;
  const names = all(root, 'span, option').flatMap((element) =>
    Object.entries(foreign)
      .filter(([, name]) => element.textContent === name)
      .map(([its]) => ({ element, its })),
  );
  const outside = [
    ...all(root, '[data-reply] [role="group"] > div'),
    ...all(root, 'code:not([data-setup] *)'),
  ];
  return [
    ...names
      .filter(({ element, its }) => element.lang !== its)
      .map(({ element }) => `in which language is ${start(element)}`),
    ...outside
      .filter((element) => element.closest('[lang]') === null)
      .map((element) => `in which language is ${start(element)}`),
  ];
}

const namesOfLanguages: Readonly<Record<Language, string>> = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  'pt-BR': 'Português (Brasil)',
};

function problemsOfWords(root: Element): readonly string[] {
  const live = all(root, '[role], [aria-live]').filter(isLive);
  const keys =
    /\b(outcome|check|answer|reply|note|failure|certainty|setup|setting|label|admin)\.[a-z_]+\b/g;
  const [, ...more] = live.map((element) => `another live region: ${start(element)}`);
  return [
    ...(live.length === 0 ? ['no live region'] : more),
    ...(root.textContent.match(keys) ?? []),
    ...(root.textContent.match(/\{\w+\}(?!\})/g) ?? []),
  ];
}

const isLive = (element: Element): boolean =>
  /^(status|alert|log)$/.test(element.getAttribute('role') ?? '') ||
  element.hasAttribute('aria-live');

/** Whether buttons of these classes, which are named after their styles, have a background of their own. */
const filled = new Map<string, boolean>();

const stateOf = (button: HTMLElement): string =>
  [
    button.className,
    button.matches(':focus'),
    ...['disabled', 'aria-pressed', 'aria-expanded'].map((name) => button.getAttribute(name)),
  ].join();

/** Garden marks a primary button by nothing but its colour; one that is pressed in is filled as well. */
const primaries = (root: Element): readonly string[] =>
  all(root, 'button:not([aria-pressed="true"])')
    .filter((button) => {
      const state = stateOf(button);
      const isFilled =
        filled.get(state) ?? getComputedStyle(button).backgroundColor !== 'rgba(0, 0, 0, 0)';
      filled.set(state, isFilled);
      return isFilled;
    })
    .map((button) => button.textContent);

/** What is drawn, by the style that draws it and, of a mark, by its shape. */
const thingsIn = (root: Element): ReadonlySet<string> =>
  new Set(
    all(root, '*').flatMap((element) => {
      const [style] = element.classList;
      const shape = element.localName === 'path' ? element.getAttribute('d') : null;
      return [...(style === undefined ? [] : [style]), ...(shape ? [shape] : [])];
    }),
  );

const things = new Map<string, ReadonlySet<string>>();

describe('every state of the gallery', () => {
  it.each(galleryStates)(
    'can be heard in every language, and has one primary button: $title',
    async (shown) => {
      const { root, speak } = await draw(shown);
      expect(primaries(root).slice(1)).toEqual([]);
      things.set(shown.id, thingsIn(root));

      const problems = englishFirst.map((language) => {
        speak(language);
        worked = new Map();
        const found = [
          ...problemsOfNames(root),
          ...problemsOfStructure(root),
          ...problemsOfLanguage(root, language),
          ...problemsOfWords(root),
        ];
        return [language, found] as const;
      });
      expect(problems.filter(([, found]) => found.length > 0)).toEqual([]);
    },
  );

  it('draws nothing that is not in one of those that are looked at with forced colours', () => {
    const inThose = new Set(oneOfEachThing.flatMap((id) => [...(things.get(id) ?? [])]));
    const leftOut = [...things].flatMap(([id, drawn]) => {
      const others = [...drawn].filter((thing) => !inThose.has(thing));
      return others.length > 0 ? [`${id}: ${others.join(', ')}`] : [];
    });
    // One state by itself says nothing about the others.
    expect(things.size < galleryStates.length ? [] : leftOut).toEqual([]);
  });
});
