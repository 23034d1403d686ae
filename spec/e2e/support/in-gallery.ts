import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

/** What is to be looked at in one state. */
export interface Asked {
  readonly state: string;
  readonly query: string;
  /** Px, one after the other. All but the layout is looked at in the first of them. */
  readonly widths: readonly number[];
  /** Whether to look for broken words too. */
  readonly words?: boolean;
  /** What axe looks for; nothing without it. */
  readonly axe?: 'all' | 'of colors';
  readonly forced: boolean;
}

export interface Layout {
  readonly width: number;
  /** What cannot be reached without scrolling sideways, by its tag and words. */
  readonly overflowing: readonly string[];
  /** Where the first insert button ends, px from the top; nothing where no reply is offered. */
  readonly insertEnds: number | undefined;
  /** Words that go on in the next line without a hyphen of their own, with what stands around them. Addresses may. */
  readonly brokenWords: readonly string[];
}

export interface Seen {
  /** The document without what only colours it: the same in each scheme. */
  readonly markup: string;
  readonly layouts: readonly Layout[];
  /** Everything to be pressed that is smaller than a fingertip's 24 px, with its size. */
  readonly smallTargets: readonly string[];
  /**
   * What is drawn and cannot be told from the page: words below 4.5:1, lines, marks, what stands for words to come and
   * the edges of what is pressed below 3:1. What only separates, or a lane that marks stand on, may be pale.
   */
  readonly paleShapes: readonly string[];
  readonly violations: readonly string[];
  /** How many of axe's rules applied. */
  readonly rules: number;
}

type Gallery = Window & {
  axe?: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  seenTexts?: Set<string>;
};

/**
 * All of these run in the gallery's page, which has them as its own functions: they may call each other and nothing
 * else. To ask from outside for one thing after the other took longer than to look at it.
 */
export const inGallery = (): string =>
  [
    look,
    show,
    settle,
    resize,
    layout,
    brokenWords,
    smallTargets,
    tellPaintedColors,
    paleShapes,
    markup,
    axeOfFresh,
    freshTexts,
  ].join('\n');

export async function look(asked: Asked): Promise<Seen> {
  const { widths, words = false, axe, forced } = asked;
  resize(widths[0] ?? 320);
  await show(asked);
  await settle();
  const before = { markup: markup(), smallTargets: smallTargets(), paleShapes: paleShapes(forced) };
  if (axe !== undefined && forced) tellPaintedColors();
  const found = axe === undefined ? { violations: [], rules: 0 } : await axeOfFresh(axe);
  const layouts = widths.map((width) => {
    resize(width);
    return layout(width, words);
  });
  return { ...before, ...found, layouts };
}

/** Puts the state in the place of the one before, unless the page began with it, and waits until it stands there. */
function show({ state, query }: Pick<Asked, 'state' | 'query'>): Promise<void> {
  if (location.search !== query) {
    history.pushState(null, '', query);
    dispatchEvent(new PopStateEvent('popstate'));
  }
  const page = document.documentElement;
  return new Promise((done, fail) => {
    const watcher = new MutationObserver(check);
    watcher.observe(page, { attributeFilter: ['data-ready', 'data-failed'] });
    check();

    function check(): void {
      const { ready, failed } = page.dataset;
      if (ready !== state && failed === undefined) return;
      watcher.disconnect();
      if (failed === undefined) done();
      else fail(new Error(`${state} cannot be shown. ${failed}`));
    }
  });
}

/** Until three frames are drawn of which none differs: what comes after the first drawing has come. */
async function settle(): Promise<void> {
  let drawn = '';
  for (let same = 0; same < 2;) {
    await new Promise((done) => requestAnimationFrame(done));
    const { innerHTML } = document.body;
    same = innerHTML === drawn ? same + 1 : 0;
    drawn = innerHTML;
  }
}

/** The frame that the gallery stands in, as the app does in Zendesk's sidebar. */
export function resize(width: number): void {
  frameElement?.setAttribute('width', String(width));
}

function layout(width: number, words: boolean): Layout {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (clientWidth !== width) throw new Error(`The gallery is ${clientWidth} px wide.`);
  const button = document.querySelector('[data-action="insert"]');
  const beyond = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      scrollWidth > clientWidth && element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return {
    width,
    overflowing: beyond.map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`),
    insertEnds: button ? button.getBoundingClientRect().bottom + scrollY : undefined,
    brokenWords: words ? brokenWords() : [],
  };
}

function brokenWords(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const isOnOneLine = (): boolean =>
    new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size < 2;
  const broken: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement: around } = text;
    range.selectNodeContents(text);
    if (!around || isOnOneLine() || around.closest('option, textarea, svg')) continue;
    // Only for the ear: one pixel wide.
    if (getComputedStyle(around).clipPath !== 'none') continue;
    const words = text.textContent ?? '';
    for (const { 0: word, index } of words.matchAll(/\S+/gu)) {
      if (/[@/]|[\u3040-\u30ff\u3400-\u9fff]/.test(word)) continue;
      for (const { 0: part, index: from } of word.matchAll(/[\p{L}\p{M}\p{N}.’]+/gu)) {
        range.setStart(text, index + from);
        range.setEnd(text, index + from + part.length);
        if (!isOnOneLine()) broken.push(`${part} in ${words}`);
      }
    }
  }
  return broken;
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

/** Contrast, which takes twenty times as long as the rest together, only of texts that are painted as none before was. */
async function axeOfFresh(which: 'all' | 'of colors'): Promise<Pick<Seen, 'violations' | 'rules'>> {
  const { axe } = window as Gallery;
  if (!axe) throw new Error('Axe is not in the page.');
  const options: RunOptions = { iframes: false, resultTypes: ['violations'] };
  const contrast = 'color-contrast';
  const rest: RunOptions =
    which === 'all'
      ? { ...options, rules: { 'target-size': { enabled: true }, [contrast]: { enabled: false } } }
      : { ...options, runOnly: ['link-in-text-block'] };
  const found = [await axe.run('html', rest)];
  const texts = freshTexts();
  if (texts.length > 0) found.push(await axe.run(texts, { ...options, runOnly: [contrast] }));
  const violations = found.flatMap((results) => results.violations);
  return {
    rules: violations.length + found.flatMap(({ passes }) => passes).length,
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  };
}

/**
 * Finds the texts that are painted as none was before on this page. Contrast is
 * decided by the text's own style, by what is painted behind it, and by what floats over it: where nothing floats, one
 * text of each style on each ground says it of all. Asking axe of every text of every state took most of the time.
 */
function freshTexts(): Element[] {
  const seen = ((window as Gallery).seenTexts ??= new Set());
  const all = [...document.body.querySelectorAll('*')];
  const styles = new Map([document.documentElement, document.body, ...all].map(styled));
  const floating = all.filter((one) =>
    ['absolute', 'fixed', 'sticky'].includes(styleOf(one).position),
  );
  return all.filter(isText).filter((text) => {
    const key = keyOf(text);
    if (seen.has(key) && !floating.some((one) => liesOver(one, text))) return false;
    seen.add(key);
    return true;
  });

  function styled(element: Element): [Element, CSSStyleDeclaration] {
    return [element, getComputedStyle(element)];
  }

  function styleOf(element: Element): CSSStyleDeclaration {
    return styles.get(element) ?? getComputedStyle(element);
  }

  function isText(element: Element): boolean {
    if (/^(input|select|textarea)$/i.test(element.tagName)) return true;
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
  }

  function liesOver(one: Element, text: Element): boolean {
    if (one.contains(text) || text.contains(one)) return false;
    const [over, under] = [one.getBoundingClientRect(), text.getBoundingClientRect()];
    return (
      over.left < under.right &&
      over.right > under.left &&
      over.top < under.bottom &&
      over.bottom > under.top
    );
  }

  function keyOf(text: Element): string {
    const { width, height } = text.getBoundingClientRect();
    const own = styleOf(text);
    // Of what is not seen, or cannot be pressed, axe says nothing: it is no example of what is.
    const isSeen = text.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    const isOff = text.closest(':disabled, [aria-disabled="true"]') !== null;
    const grounds: string[] = [];
    for (let ground: Element | null = text; ground; ground = ground.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter, clipPath } = styleOf(ground);
      grounds.push([backgroundColor, backgroundImage, opacity, filter, clipPath].join(' '));
    }
    return [
      text.tagName,
      isSeen,
      isOff,
      own.color,
      own.webkitTextFillColor,
      own.fontSize,
      own.fontWeight,
      own.textShadow,
      ...grounds.filter((ground) => ground !== 'rgba(0, 0, 0, 0) none 1 none none'),
    ].join('|');
  }
}
