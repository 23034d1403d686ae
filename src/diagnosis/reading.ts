import type { FactValue, Unknown } from './facts';

/** What an answer says to one check: a value, or why it does not say, and what it leaves. */
export type Reading<V extends FactValue> =
  { readonly value: V } | { readonly why: Unknown; readonly among?: readonly V[] };

export const notInAnswer: { readonly why: Unknown } = { why: { kind: 'not-in-answer' } };
