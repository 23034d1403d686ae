import type { MessageValues } from './messages';

/**
 * Fills `{name}` from the values, in one pass: a value that itself looks like a placeholder stays as it is.
 * A placeholder without a value is left standing, where a spec or an eye can see it.
 */
export function fill(message: string, values: MessageValues): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
