import { htmlToText, parseHtml } from './html';
import { cut, escapeText, visibleText } from './text';

/** A character as markup may write it, also where `&` has been written so itself, once or more often. */
const entity = (names: string): string => `&(?:amp;)*(?:${names});?`;

/** A brace and a percent sign: as such, in another width, in a link's address, in markup. */
const brace = `[{｛﹛︷]|${entity('#0*(?:123|65371|65115|65079)(?!\\d)|#x0*(?:7b|ff5b|fe5b|fe37)(?![\\da-f])|lcub|lbrace')}`;
const braceInLink = '%(?:25)*(?:7b|ef%(?:25)*b(?:d%(?:25)*9b|9%(?:25)*9b|8%(?:25)*b7))';
const closing = `[}｝﹜︸]|%(?:25)*7d|${entity('#0*125(?!\\d)|#x0*7d(?![\\da-f])|rcub|rbrace')}`;
const percent = `[％﹪]|${entity('#0*(?:37|65285|65130)(?!\\d)|#x0*(?:25|ff05|fe6a)(?![\\da-f])|percnt')}`;

/**
 * What an editor, Zendesk or a system that writes plain ASCII may drop from between two characters: what is drawn as
 * nothing or is no character, accents, ends of lines, a backslash of Markdown's, a tag, and any of these written as
 * above. Not a space.
 */
const dropped =
  '(?:[\\p{Default_Ignorable_Code_Point}\\p{M}\\p{C}\\p{Zl}\\p{Zp}\\uff9e\\uff9f\\\\]' +
  '|<[^<>{｛﹛︷]{0,80}>' +
  `|${entity(
    '#(?!0*(?:123|32|160|65371|65115|65079)(?!\\d)|x0*(?:7b|20|a0|ff5b|fe5b|fe37)(?![\\da-f]))' +
      '(?:0*[1-9]\\d{0,6}|x0*[1-9a-f][\\da-f]{0,5})' +
      '|shy|zwn?j|zerowidthspace|negative[a-z]{4,8}space|nobreak|newline|tab|lrm|rlm|bsol' +
      '|af|applyfunction|i[ct]|invisible(?:times|comma)|downbreve|tdot|tripledot|dotdot',
  )}` +
  '|%(?:25)*(?!7b|25|20|ef)[\\da-f]{2}|%(?:25)*ef(?!%(?:25)*b[d98]%(?:25)*(?:9b|b7)))*';

/** A pair that opens a placeholder. In a link's address `%7B%22` is a brace and a quote. */
const pair = (first: string, second: string): string =>
  `(?:${brace})${first}(?:${brace}|${braceInLink}|%|${percent})${second}` +
  `|${braceInLink}${first}(?:${brace}|${braceInLink}|%25|%(?![\\da-f]{2})|${percent})${second}`;

/**
 * `{{ticket.id}}`, and Liquid's `{% if … %}`: Zendesk fills both in when the comment is submitted, whoever wrote
 * them. A pair that is not closed, or not closed soon, counts by itself.
 */
const placeholder = new RegExp(
  `(?:${pair(dropped, '')})(?:[^{}｛｝%％&\\n]{0,80}(?:${closing}|%(?:25)*|${percent})(?:${closing}))?`,
  'giu',
);
const opening = new RegExp(pair(`(?=${dropped}`, ')'), 'giu');

const undrawn = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cn}\p{Co}\p{Cs}]+/gu;

/** In plain letters, so that one that was written in two ways is one. */
const plainly: readonly (readonly [RegExp, string])[] = [
  [/<[^<>]{0,80}>/g, ''],
  [new RegExp(`${brace}|${braceInLink}`, 'giu'), '{'],
  [new RegExp(closing, 'giu'), '}'],
  [new RegExp(`%(?:25)+|${percent}`, 'giu'), '%'],
  [/[\p{M}\p{C}\p{Zl}\p{Zp}\uff9e\uff9f\\]+/gu, ''],
];

const allIn = (text: string): readonly string[] =>
  (text.replace(undrawn, '').match(placeholder) ?? []).map((written) =>
    plainly.reduce((words, [pattern, plain]) => words.replace(pattern, plain), written),
  );

/** Each placeholder once. */
export function placeholdersIn(...texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(allIn))];
}

/** Also those that markup or entities only seem to break up, and those in attributes. */
export function placeholdersInHtml(html: string): readonly string[] {
  const body = parseHtml(html);
  return placeholdersIn(html, body.innerHTML, body.textContent, htmlToText(html));
}

/** How many begin in a text. Only good to be compared, with none as well. */
export const countPlaceholders = (text: string): number =>
  text.replace(undrawn, '').match(opening)?.length ?? 0;

/** The same of markup, as it is written and as it is read. */
export function countPlaceholdersInHtml(html: string): number {
  const body = parseHtml(html);
  return countPlaceholders(body.innerHTML) + countPlaceholders(body.textContent);
}

/**
 * Breaks every opening pair with a space that everybody sees. A character that nobody sees would not do: editors
 * drop it; nor would an entity: it has become the character by the time that Zendesk looks.
 */
export function defuse(text: string): string {
  const broken = text.replace(opening, '$& ');
  // A brace that is written out may itself have been broken up by what an editor drops.
  return countPlaceholders(broken) === 0
    ? broken
    : broken.replace(undrawn, '').replace(opening, '$& ');
}

/**
 * A customer may be called `{{ticket.id}}`. Where the name stands in somebody else's markup it is defused; what
 * else stands there in braces is left to be noticed. A bare pair names nobody and is left too.
 */
export function defuseName(html: string, name: string, escape: (text: string) => string): string {
  return [name, ...placeholdersIn(name)]
    .filter((part) => part.length > 2)
    .flatMap((part) => [part, escape(part)])
    .reduce((result, part) => result.replaceAll(part, () => defuse(part)), html);
}

/** What Zendesk or a mail program may make a link of, for all that nobody wrote one: an address, a host, Markdown. */
export const mayBecomeLink = (text: string): boolean =>
  /\/\/|www[.。]|@|mailto:|\]\s?\(|[\p{L}\p{N}-]{2}[.。]\p{L}{2}|[.。]\p{L}{2,40}\//iu.test(
    text.normalize('NFKC'),
  );

/** In letters as people see them. */
export const longestName = 80;

/** Nobody is called like that: markup, an address or a link, a number, a novel. */
export function isNoName(name: string): boolean {
  const whole = visibleText(name, { most: 1_000 });
  const isNumber = /\p{N}/u.test(whole) && !/\p{L}/u.test(whole);
  const isLong = cut(whole, longestName) !== whole;
  return isNumber || isLong || /[<>@]/.test(whole) || mayBecomeLink(whole);
}

/** Zendesk fills in the whole name, or its first or last; nobody documents that it does so as text. */
export function withoutLinksOf(html: string, name: string): string {
  const asText = /<a\s/i.test(name) ? html.replaceAll(name, () => escapeText(name)) : html;
  // A name that held braces stands there as `defuseName` leaves it.
  return `${name} ${defuse(name)}`
    .split(/\s+/)
    .filter((word) => word.length > 3 && mayBecomeLink(word))
    .flatMap((word) => [word, escapeText(word)])
    .reduce((result, word) => result.replaceAll(word, () => parted(word)), asText);
}

/** So that nothing makes a link of it, in somebody else's text. */
export const parted = (word: string): string => word.replace(/[.。．｡:/@＠[\]]/g, '$& ');

/** A greeting by what is no name goes without; elsewhere it is not to be told from the macro's own words. */
function withoutNoName(html: string, name: string): string {
  // Which of its signs Zendesk writes as entities, and as which, nobody documents.
  const form = name.trim().replace(/[!-/:-@[-`{-~]/g, '(?:\\$&|&#?\\w{2,6};)');
  const greeted = new RegExp(` (?:${form}|{{ticket.requester.name}})`);
  return html.replace(/^[^]*?(?=<\/p>|<br|$)/i, (greeting) => greeting.replace(greeted, ''));
}

/** As Zendesk has filled the name in, but for what would turn round the words beside it. */
export function named(written: string, name: string): string {
  const turning = /\p{Bidi_Control}/gu;
  const html = name.search(turning) === -1 ? written : written.replace(turning, '');
  const plain = name.replace(turning, '');
  return isNoName(plain) ? withoutNoName(html, plain) : html;
}
