import { type CheckId, type FactValue, type Unknown, checks } from './checks';

/** Every check of every edition. */
export const checkIds = Object.keys(checks) as readonly CheckId[];

/** One answer for each check that was asked; an optional one may have none. */
export type CompleteFacts = { readonly [C in CheckId]?: FactValue<C> | undefined };

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

/** What the properties of one account can be, by what its row states. */
export type AccountFacts = { readonly [C in CheckId]?: readonly FactValue<C>[] };

export type Facts = { readonly [C in CheckId]: Fact<FactValue<C>> } & {
  /** Where there are several: the properties are those of one of them. */
  readonly accounts?: readonly AccountFacts[];
};

export const isByHand = (fact: Fact): boolean => fact.known && fact.by === 'hand';

/** Nobody has answered an optional check, and no answer to it is on its way: rules that need it are not looked at. */
export function isLeftOut(check: CheckId, fact: Fact): boolean {
  return isOptional(check) && !fact.known && fact.why.kind !== 'pending';
}

export const isOptional = (check: CheckId): boolean => checks[check].optional === true;

/** What the engineer answered after looking into the source. */
export type HandAnswers = {
  readonly [C in CheckId]?: {
    readonly value: FactValue<C>;
    readonly at: number;
    /** Where only the newest mail counts: the `id` of the newest that the engineer had seen. */
    readonly mail?: string;
  };
};
