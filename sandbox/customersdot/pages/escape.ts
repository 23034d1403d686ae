import { escapeHtml } from '../../zendesk/escape-html';

/** A piece of markup that is safe to put into another. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Markup from a template: every value is escaped, but for markup made the same way. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (Markup | readonly Markup[] | string | number)[]
): Markup {
  const text = parts.map((part, index) => part + textOf(values[index] ?? ''));
  return new Markup(text.join(''));
}

function textOf(value: Markup | readonly Markup[] | string | number): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return escapeHtml(String(value));
}
