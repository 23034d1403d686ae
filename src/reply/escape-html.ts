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
