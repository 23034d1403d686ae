import type { AccountAnswer, PortalAccount } from './evidence';
import { factDomains, type AccountFacts, type Unknown } from './facts';
import { notInAnswer, type Reading } from './reading';

export function readAccount({ accounts }: AccountAnswer): Reading<'found' | 'absent'> {
  return { value: accounts.length === 0 ? 'absent' : 'found' };
}

export function readLogin(answer: AccountAnswer): Reading<'on' | 'off'> {
  return agreed(answer, loginOf);
}

export function readConfirmed(answer: AccountAnswer): Reading<'yes' | 'no'> {
  const reading = agreed(answer, confirmedOf);
  const { confirmedFailure: failure } = answer;
  const isMissing = 'why' in reading && reading.why.kind === 'not-in-answer';
  return isMissing && failure ? { why: { kind: 'failed', failure } } : reading;
}

/** What login and confirmation can be together: of several accounts the customer uses one. */
export function accountFacts({ accounts, mayBeMore }: AccountAnswer): readonly AccountFacts[] {
  const found = accounts.map((account) => ({
    login: valuesOf(loginOf(account), factDomains.login),
    confirmed: valuesOf(confirmedOf(account), factDomains.confirmed),
  }));
  return mayBeMore ? [...found, factDomains] : found;
}

function valuesOf<V>(stated: V | undefined, domain: readonly V[]): readonly V[] {
  return stated === undefined ? domain : [stated];
}

function loginOf({ loginActivated }: PortalAccount): 'on' | 'off' | undefined {
  if (loginActivated === undefined) return undefined;
  return loginActivated ? 'on' : 'off';
}

/** Null is a statement (never confirmed); a missing column is none. */
function confirmedOf({ confirmedAt, confirmed }: PortalAccount): 'yes' | 'no' | undefined {
  const stated = confirmedAt === undefined ? confirmed : confirmedAt !== null;
  if (stated === undefined) return undefined;
  return stated ? 'yes' : 'no';
}

/** Several accounts answer only with one voice; which of them the customer uses is never guessed. */
function agreed<V extends 'on' | 'off' | 'yes' | 'no'>(
  { accounts, mayBeMore }: AccountAnswer,
  valueOf: (account: PortalAccount) => V | undefined,
): Reading<V> {
  const answers = accounts.map(valueOf);
  const [value, ...others] = new Set(answers.filter((answer) => answer !== undefined));
  if (others.length > 0) return unknown('ambiguous');
  if (value === undefined || answers.includes(undefined)) return notInAnswer;
  return mayBeMore ? unknown('more-accounts') : { value };
}

const unknown = (kind: 'ambiguous' | 'more-accounts'): { readonly why: Unknown } => ({
  why: { kind },
});
