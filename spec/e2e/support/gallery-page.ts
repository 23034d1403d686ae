import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Sandbox } from '../../../sandbox/start-sandbox';
import { axeOfFresh } from './axe';
import { watchForProblems } from './problems';

export type Scheme = 'light' | 'dark';

interface Layout {
  /** What cannot be reached without scrolling sideways, by its tag and words. */
  readonly overflowing: readonly string[];
  /** Where the first insert button ends, px from the top; nothing where no reply is offered. */
  readonly insertEnds: number | undefined;
  /** Words that go on in the next line without a hyphen of their own, with what stands around them. Addresses may. */
  readonly brokenWords: readonly string[];
}

/** A page of the gallery: one state at a time, in one colour scheme. */
export interface GalleryPage {
  readonly page: Page;
  show(state: string, language?: string): Promise<void>;
  resize(width: number): Promise<void>;
  layout(): Promise<Layout>;
  /** Everything to be pressed that is smaller than a fingertip's 24 px, with its size. */
  smallTargets(): Promise<readonly string[]>;
  /**
   * What is drawn and cannot be told from the page: words below 4.5:1, lines, marks, what stands for words to come and
   * the edges of what is pressed below 3:1. What only separates, or a lane that marks stand on, may be pale.
   */
  paleShapes(): Promise<readonly string[]>;
  axe(
    which?: 'of colors',
  ): Promise<{ readonly violations: readonly string[]; readonly rules: number }>;
  /** The document without what only colours it: the same in each scheme. */
  markup(): Promise<string>;
  takeProblems(): readonly string[];
  close(): Promise<void>;
}

export async function openGallery(
  browser: Browser,
  sandbox: Sandbox,
  scheme: Scheme,
  colors: 'own' | 'forced' = 'own',
): Promise<GalleryPage> {
  const context: BrowserContext = await browser.newContext({
    colorScheme: scheme,
    forcedColors: colors === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const problems = watchForProblems(page, sandbox.appUrl);
  let seen = 0;

  return {
    page,
    async show(state, language = 'en') {
      const query = `?${new URLSearchParams({ state, scheme, language }).toString()}`;
      if (page.url() === 'about:blank') await page.goto(`${sandbox.url}/gallery/${query}`);
      else await page.evaluate(showInPlace, query);
      await page.locator(`html[data-ready="${state}"], html[data-failed]`).waitFor();
      const failed = await page.locator('html').getAttribute('data-failed');
      if (failed !== null) throw new Error(`${state} cannot be shown. ${failed}`);
    },
    resize: (width) => page.setViewportSize({ width, height: 860 }),
    layout: () => page.evaluate(layout),
    smallTargets: () => page.evaluate(smallTargets),
    paleShapes: () => page.evaluate(paleShapes, colors === 'forced'),
    async axe(which) {
      if (colors === 'forced') await page.evaluate(tellPaintedColors);
      return axeOfFresh(page, which ?? 'all');
    },
    markup: () => page.evaluate(markup),
    takeProblems() {
      const fresh = problems.slice(seen);
      seen = problems.length;
      return fresh;
    },
    close: () => context.close(),
  };
}

// The functions below run in the page.

function showInPlace(query: string): void {
  history.pushState(null, '', query);
  dispatchEvent(new PopStateEvent('popstate'));
}

function layout(): Layout {
  const { scrollWidth, clientWidth } = document.documentElement;
  const button = document.querySelector('[data-action="insert"]');
  const beyond = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      scrollWidth > clientWidth && element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return {
    overflowing: beyond.map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`),
    insertEnds: button ? button.getBoundingClientRect().bottom + scrollY : undefined,
    brokenWords: brokenWords(),
  };

  function brokenWords(): string[] {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const { parentElement: around } = text;
      const words = text.textContent ?? '';
      if (!around || around.closest('option, textarea, svg')) continue;
      // Only for the ear: one pixel wide.
      if (getComputedStyle(around).clipPath !== 'none') continue;
      for (const { 0: word, index } of words.matchAll(/\S+/gu)) {
        if (/[@/]|[\u3040-\u30ff\u3400-\u9fff]/.test(word)) continue;
        for (const { 0: part, index: from } of word.matchAll(/[\p{L}\p{M}\p{N}.’]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index + from);
          range.setEnd(text, index + from + part.length);
          const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
          if (new Set(tops).size > 1) broken.push(`${part} in ${words}`);
        }
      }
    }
    return broken;
  }
}

function smallTargets(): string[] {
  const targets = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll(targets)].flatMap((element) => {
    // A box to tick is pressed by its label too, around it or beside it.
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
    const pressed = label !== null && label !== undefined && isTick(element) ? label : element;
    const { width, height } = pressed.getBoundingClientRect();
    if (width === 0 && height === 0) return [];
    // A link within a sentence is as high as its line.
    const inSentence = element.tagName === 'A' && getComputedStyle(element).display === 'inline';
    if (inSentence || (width >= 24 && height >= 24)) return [];
    return `${element.tagName} ${element.textContent.slice(0, 40)}: ${width} × ${height}`;
  });

  function isTick(element: Element): boolean {
    return element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type);
  }
}

/** Chromium paints text in the forced colour, and tells axe, which asks for the fill, the one it had before. */
function tellPaintedColors(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    element.style.setProperty('-webkit-text-fill-color', getComputedStyle(element).color);
  }
}

function paleShapes(forced: boolean): string[] {
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  const pale = (color: string, least: number): boolean => ratio(luminance(color), paper) < least;

  const texts = [...document.querySelectorAll('svg text')].filter((text) =>
    pale(getComputedStyle(text).fill, 4.5),
  );
  // A picture's own lines: of the decision all, of the mails the ticket's, which alone is dashed.
  const lines = [...document.querySelectorAll('svg line, svg rect')].filter((line) => {
    const { stroke, strokeDasharray } = getComputedStyle(line);
    const means = line.hasAttribute('class') || strokeDasharray !== 'none';
    return means && stroke !== 'none' && pale(stroke, 3);
  });
  const marks = [...document.querySelectorAll('svg path, svg circle')].filter((mark) => {
    // On a filled button it stands on that; what Garden draws in links is of their words' colour.
    if (mark.closest('a, button, input, summary') || (!forced && mark.closest('label')))
      return false;
    const { fill, stroke } = getComputedStyle(mark);
    return [fill, stroke].every((color) => color === 'none' || pale(color, 3));
  });
  const outlines = [...document.querySelectorAll('[aria-busy] div')].filter((bone) => {
    const { borderTopStyle, borderTopColor, height } = getComputedStyle(bone);
    const isBone = bone.textContent === '' && bone.childElementCount === 0 && height !== '0px';
    return forced && isBone && (borderTopStyle === 'none' || pale(borderTopColor, 3));
  });
  const edges = [...document.querySelectorAll('button')].filter((button) => {
    const { borderTopStyle, borderTopColor } = getComputedStyle(button);
    // A mark's target lies over the mark, and has none of its own.
    const isTarget = button.textContent === '';
    return forced && !isTarget && (borderTopStyle === 'none' || pale(borderTopColor, 3));
  });
  return [...texts, ...lines, ...marks, ...outlines, ...edges].map(
    (element) => `${element.tagName} ${element.outerHTML.slice(0, 120)}`,
  );

  function luminance(color: string): number {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function ratio(one: number, other: number): number {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }
}

function markup(): string {
  return document.body.innerHTML.replace(/ (class|id|for|aria-\w+|fill|stroke)="[^"]*"/g, '');
}
