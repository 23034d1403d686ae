import type { Failure } from '../shared/failure';

/** The five questions of the handbook page, and every answer each can have. */
export const factDomains = {
  /** Is there a CustomersDot account with exactly this address? */
  account: ['found', 'absent'],
  /** `Login activated` on that account. */
  login: ['on', 'off'],
  /** `Confirmed at` on that account: filled or empty. */
  confirmed: ['yes', 'no'],
  /** Reset mails from the portal's domain, judged by the newest (each reset voids the one before). */
  portal_reset: ['none', 'sent', 'undelivered'],
  /** Reset mails from GitLab.com's domain. */
  gitlab_reset: ['none', 'sent'],
} as const;

export type CheckId = keyof typeof factDomains;
export type FactValue<C extends CheckId = CheckId> = (typeof factDomains)[C][number];
export const checkIds = Object.keys(factDomains) as readonly CheckId[];

export type CompleteFacts = { readonly [C in CheckId]: FactValue<C> };

/** Unknown is never "no": each gap says why it is one. */
export type Unknown =
  | { readonly kind: 'pending' }
  /** Nobody has asked yet (the app is waiting to be told to run). */
  | { readonly kind: 'not-asked' }
  /** The app does not ask this source at all: the engineer looks. */
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The answer came without the field, or with a value that says neither yes nor no. */
  | { readonly kind: 'not-in-answer' }
  /** The log was not read to its end, which may hold the reset, or a newer one. `failure`: what kept it from being. */
  | { readonly kind: 'truncated'; readonly failure?: Failure }
  /** The log has entries that could not be read: one of them may be a reset, and a newer one. */
  | { readonly kind: 'unreadable' }
  /** The newest reset mail has neither arrived nor been given up. */
  | { readonly kind: 'underway' }
  /** Several accounts match; none is guessed. */
  | { readonly kind: 'ambiguous' }
  /** Only a similar address was found, or this one in other capitals: whether it is the account is not said. */
  | { readonly kind: 'not-exact' }
  /** One account was found, on a full page: another may be behind it. */
  | { readonly kind: 'more-accounts' }
  /** There is no account to have this property. */
  | { readonly kind: 'no-account' };

export type Fact<V extends FactValue = FactValue> =
  | { readonly known: true; readonly value: V; readonly by: 'lookup'; readonly at: number }
  | {
      readonly known: true;
      readonly value: V;
      readonly by: 'hand';
      readonly at: number;
      /** Why the source did not say. */
      readonly insteadOf: Unknown;
    }
  | {
      readonly known: false;
      readonly why: Unknown;
      /** What it can still be, where the answer said that much; otherwise any value of its domain. */
      readonly among?: readonly V[];
    };

/** What one account's login and confirmation can be, by what its row states. */
export interface AccountFacts {
  readonly login: readonly FactValue<'login'>[];
  readonly confirmed: readonly FactValue<'confirmed'>[];
}

export type Facts = { readonly [C in CheckId]: Fact<FactValue<C>> } & {
  /** Where there are several: login and confirmation are those of one of them. */
  readonly accounts?: readonly AccountFacts[];
};

export const isByHand = (fact: Fact): boolean => fact.known && fact.by === 'hand';

/** What the engineer answered after looking for herself. */
export type HandAnswers = {
  readonly [C in CheckId]?: {
    readonly value: FactValue<C>;
    readonly at: number;
    /** Of the portal's reset: the `id` of the newest that she had before her. */
    readonly mail?: string;
  };
};
