/**
 * One line of someone else's words: no control characters, nothing that turns the reading direction, no longer than `max`.
 * It is still hostile: whoever shows it escapes it.
 */
export function plainText(text: string, max: number): string {
  const line = text
    .slice(0, max * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}
