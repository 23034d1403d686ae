/**
 * Joiners are part of writing: between letters of scripts that join or stack theirs, and between the pictures of an
 * emoji. Anywhere else, and all other characters that are drawn as nothing, hide or reorder what is read.
 */
const joining =
  ['Arab', 'Syrc', 'Mong', 'Nkoo', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda']
    .concat('Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt')
    .map((script) => `\\p{sc=${script}}`)
    .join('') + '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F';
const hidden = new RegExp(
  `(?<![${joining}])[\\u200C\\u200D]|[\\u200C\\u200D](?![${joining}])|(?<!\\p{Emoji})\\uFE0F` +
    '|(?![\\u200C\\u200D\\uFE0F])\\p{Default_Ignorable_Code_Point}|[\\uFFF9-\\uFFFB]',
  'gu',
);
/** Line breaks, tabs and other control characters, halves of characters, and a letter of Braille without a dot. */
const broken = /[\p{Cc}\p{Cs}\s\u2800]+/gu;
/** No writing needs more accents on one letter; a hundred cover the lines above and below. */
const stacked = /(\p{M}{4})\p{M}+/gu;

/**
 * Somebody else's text on one line, without what could hide, reorder or cover it, and no longer than `most`
 * characters (of UTF-16). Not yet escaped.
 */
export function visibleText(text: string, { most = 400 } = {}): string {
  const line = text
    .slice(0, most * 4)
    .replace(hidden, '')
    .replace(broken, ' ')
    .replace(stacked, '$1')
    .trim();
  const isCut = line.length > most || text.length > most * 4;
  return isCut
    ? `${line
        .slice(0, most - 1)
        .replace(/\p{Cs}$/u, '')
        .trimEnd()}…`
    : line;
}

/**
 * Without these characters at its end. A pattern for that (`[ .]+$`) begins anew at each of them wherever they stand
 * in a row, which in somebody else's text takes time by the square of its length.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (character: string): string => entities[character] ?? character;

export const escapeText = (text: string): string => text.replace(/[&<>]/g, escaped);

/** For a value between double quotes. */
export const escapeAttribute = (value: string): string => value.replace(/[&<>"]/g, escaped);

/** Holds nothing that Zendesk's proxy would fill in (`{{…}}`), and no control character that could end a header. */
export function isPlain(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u001f\u007f]|\{\{/.test(text);
}

/** At most so many letters, as people see them: no accent and no emoji is cut in half. */
export function cut(text: string, most: number): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trim()}…`
    : text;
}
