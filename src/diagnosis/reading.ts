import type { FactValue, Unknown } from './facts';

/** What an answer says to one check: a value, or why it does not say. */
export type Reading<V extends FactValue> = { readonly value: V } | { readonly why: Unknown };

export const notInAnswer: { readonly why: Unknown } = { why: { kind: 'not-in-answer' } };
