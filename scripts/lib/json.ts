export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

export function parseObject(bytes: Uint8Array | undefined): Fields | undefined {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
