import type { AccountAnswer, PortalAccount } from './evidence';
import { notInAnswer, type Reading } from './reading';

export function readAccount({ accounts }: AccountAnswer): Reading<'found' | 'absent'> {
  return { value: accounts.length === 0 ? 'absent' : 'found' };
}

export function readLogin({ accounts }: AccountAnswer): Reading<'on' | 'off'> {
  return agreed(accounts.map(({ loginActivated }) => toAnswer(loginActivated, 'on', 'off')));
}

export function readConfirmed({ accounts }: AccountAnswer): Reading<'yes' | 'no'> {
  return agreed(accounts.map((account) => toAnswer(isConfirmed(account), 'yes', 'no')));
}

/** Null is a statement (never confirmed); a missing column is none. */
function isConfirmed({ confirmedAt, confirmed }: PortalAccount): boolean | undefined {
  return confirmedAt === undefined ? confirmed : confirmedAt !== null;
}

function toAnswer<V>(stated: boolean | undefined, yes: V, no: V): V | undefined {
  if (stated === undefined) return undefined;
  return stated ? yes : no;
}

/** Several accounts answer only with one voice; which of them the customer uses is never guessed. */
function agreed<V extends 'on' | 'off' | 'yes' | 'no'>(
  answers: readonly (V | undefined)[],
): Reading<V> {
  const [value, ...others] = new Set(answers.filter((answer) => answer !== undefined));
  if (others.length > 0) return { why: { kind: 'ambiguous' } };
  return value === undefined || answers.includes(undefined) ? notInAnswer : { value };
}
