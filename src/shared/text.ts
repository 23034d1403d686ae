/** Control characters, lone surrogates, and format characters that reorder or hide text. ZWJ and ZWNJ are part of names. */
const invisible =
  /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** Somebody else's text on one line, without what could hide or reorder it. Not yet escaped. */
export function visibleText(text: string): string {
  return text.replace(invisible, ' ').replace(/\s+/g, ' ').trim();
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
