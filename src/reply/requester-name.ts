import { defuse } from './placeholders';
import { visibleText } from './visible-text';

const maxLength = 80;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** By letters as people see them, so that no accent and no emoji is cut in half. */
function cut(name: string): string {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return letters.length > maxLength
    ? `${letters
        .slice(0, maxLength - 1)
        .join('')
        .trim()}…`
    : name;
}

/**
 * The name as text for a greeting, or '' where nothing is left of it. Customers choose it: it can be markup
 * (escape it), a placeholder, a novel, or written from right to left (isolated, so that the comma stays put).
 */
export function requesterNameAsText(name: string): string {
  const shown = defuse(cut(visibleText(name)));
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}
