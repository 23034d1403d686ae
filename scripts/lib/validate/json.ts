import { parseDocument } from 'yaml';
import type { Fields } from './rule';

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** For messages about a value of any kind. */
export const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value);

export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

export function parseObject(bytes: Uint8Array | undefined): Fields | undefined {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON.parse keeps the last of two equal keys without a word; Zendesk refuses the file. JSON is YAML, whose parser tells. */
export function duplicateKeys(bytes: Uint8Array | undefined): boolean {
  return parseDocument(textOf(bytes), { uniqueKeys: true, prettyErrors: false }).errors.some(
    ({ code }) => code === 'DUPLICATE_KEY',
  );
}
