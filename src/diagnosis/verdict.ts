import { completions, possibleValues } from './completions';
import type { Verdict } from './diagnosis';
import type { Facts } from './facts';
import { applies, decide, outcomesInOrder } from './rules';
import { settledBy } from './settled-by';

/** Settled only where every way the unknown can still turn out leads to the same outcome. */
export function verdictOf(facts: Facts): Verdict {
  const decisions = completions(possibleValues(facts)).map(decide);
  const possible = outcomesInOrder.filter((id) => decisions.some(({ outcome }) => outcome === id));
  const always = outcomesInOrder.filter((id) => decisions.every((one) => applies(one, id)));
  const sometimes = outcomesInOrder.filter((id) => decisions.some((one) => applies(one, id)));

  const [outcome, ...others] = possible;
  if (outcome !== undefined && others.length === 0) {
    return {
      kind: 'settled',
      outcome,
      alsoApplies: always.filter((id) => id !== outcome),
      mayAlsoApply: sometimes.filter((id) => !always.includes(id)),
    };
  }
  return {
    kind: 'open',
    possible: possible.map((id) => ({ outcome: id, settledBy: settledBy(facts, id) })),
    certain: always,
  };
}
