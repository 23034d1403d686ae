const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

// No part of a tag goes on over a `<`, and what is not closed goes on to the end: so each text is read once.
const lineBreak = /<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|ul|ol|tr|table|blockquote|pre|h[1-6])\s*>/gi;
/** `<jane@example.com>`, as mail programs quote a sender, is no tag. */
const tag = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>/gi;
const invisible = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** What a reader sees of some HTML, one line a block. Makes no promise of safety: the result is text. */
export function textOfHtml(html: string): string {
  const lines = html
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .replace(lineBreak, '\n')
    .replace(tag, '');
  return decodeEntities(lines)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole;
    const hex = name[1] === 'x' || name[1] === 'X';
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
