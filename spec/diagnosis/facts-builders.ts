import { passwordEdition } from '../../src/diagnosis/editions/password';
import { checks, type CheckId, type FactValue, type Unknown } from '../../src/diagnosis/checks';
import { checkIds, type Fact, type Facts, type CompleteFacts } from '../../src/diagnosis/evidence';
import { noon } from '../../fixtures/evidence';

const unknown = (why: Unknown = { kind: 'pending' }): Fact<never> => ({ known: false, why });

const known = <V extends FactValue>(value: V): Fact<V> => ({
  known: true,
  value,
  by: 'lookup',
  at: noon,
});

/** The facts that are named; all others are still being asked for. */
export function factsOf(values: Partial<CompleteFacts>): Facts {
  const facts = checkIds.map((check) => {
    const value = values[check];
    return [check, value === undefined ? unknown() : known(value)];
  });
  return Object.fromEntries(facts) as Facts;
}

/** Every way to know some facts and not others that evidence can lead to. */
export const everyPartialKnowledge: readonly Partial<CompleteFacts>[] = passwordEdition.checks
  .reduce<readonly Partial<CompleteFacts>[]>(
    (sofar, check) =>
      sofar.flatMap((values) => [
        values,
        ...checks[check].domain.map((value) => ({ ...values, [check]: value })),
      ]),
    [{}],
  )
  .filter(({ account, login, confirmed }) => account !== 'absent' || (!login && !confirmed));

/** The checks not known, each with every answer that does not contradict the rest. */
export function everyNextAnswer(values: Partial<CompleteFacts>): readonly Partial<CompleteFacts>[] {
  return passwordEdition.checks
    .filter((check) => values[check] === undefined)
    .flatMap((check) => checks[check].domain.map((value) => ({ ...values, [check]: value })))
    .filter((one) => everyPartialKnowledge.some((other) => sameKnowledge(one, other)));
}

const sameKnowledge = (one: Partial<CompleteFacts>, other: Partial<CompleteFacts>): boolean =>
  passwordEdition.checks.every((check: CheckId) => one[check] === other[check]);
