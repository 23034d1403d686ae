import { combinations, completions, possibleValues } from './completions';
import type { Conclusion, Verdict } from './diagnosis';
import {
  factDomains,
  isByHand,
  type AccountFacts,
  type CheckId,
  type CompleteFacts,
  type Facts,
  type FactValue,
} from './facts';
import { whyNotNeeded } from './not-needed';
import type { OutcomeId } from './outcome';
import { applies, decide, outcomesInOrder, rules, type Decision } from './rules';

/** What one check did to the verdict, found by asking what would be possible without it. */
export function concludes(check: CheckId, facts: Facts, verdict: Verdict): Conclusion {
  const fact = facts[check];
  const conclusion = fact.known
    ? ofKnown(check, fact.value, facts, verdict)
    : ofUnknown(check, facts);
  return conclusion ?? { kind: 'not-needed', because: whyNotNeeded(check, facts) };
}

function ofKnown(
  check: CheckId,
  value: FactValue,
  facts: Facts,
  verdict: Verdict,
): Conclusion | undefined {
  const needingIt = outcomesThatNeed(check, value);
  if (verdict.kind === 'settled' && needingIt.includes(verdict.outcome)) {
    return { kind: 'decided', outcome: verdict.outcome };
  }
  const also = verdict.kind === 'settled' ? verdict.alsoApplies : verdict.certain;
  const added = needingIt.find((outcome) => also.includes(outcome));
  if (added) return { kind: 'also', outcome: added };

  const still = applicable(completions(possibleValues(facts)));
  const pointsTo = needingIt.filter((outcome) => still.includes(outcome));
  if (pointsTo.length > 0) return { kind: 'points-to', outcomes: pointsTo };

  const without = applicable(completionsWithout(check, facts));
  const ruledOut = without.filter((outcome) => !still.includes(outcome));
  return ruledOut.length > 0 ? { kind: 'ruled-out', outcomes: ruledOut } : undefined;
}

function ofUnknown(check: CheckId, facts: Facts): Conclusion | undefined {
  const couldBe = hangingOn(check, facts, ({ outcome }, id) => outcome === id);
  if (couldBe.length > 0) return { kind: 'missing', couldBe };
  const added = hangingOn(check, facts, applies);
  return added.length > 0 ? { kind: 'may-add', outcomes: added } : undefined;
}

function outcomesThatNeed(check: CheckId, value: FactValue): readonly OutcomeId[] {
  return rules.filter(({ when }) => when[check] === value).map(({ outcome }) => outcome);
}

function applicable(ways: readonly CompleteFacts[]): readonly OutcomeId[] {
  const decisions = ways.map(decide);
  return outcomesInOrder.filter((id) => decisions.some((decision) => applies(decision, id)));
}

/** As if nobody had answered it. An account that was found is not to be inferred again from its own fields. */
function completionsWithout(check: CheckId, facts: Facts): readonly CompleteFacts[] {
  const { accounts, ...possible } = possibleValues(facts);
  const values = {
    ...possible,
    [check]: factDomains[check],
    ...(accounts ? { accounts: isByHand(facts[check]) ? accounts : without(check, accounts) } : {}),
  };
  return check === 'account' ? combinations(values) : completions(values);
}

/** Nor is what the accounts state to be read off their rows again. */
function without(check: CheckId, accounts: readonly AccountFacts[]): readonly AccountFacts[] {
  return accounts.map((one) => ({ ...one, [check]: factDomains[check] }));
}

/** The outcomes that some answers to this check allow and others do not. */
function hangingOn(
  check: CheckId,
  facts: Facts,
  allows: (decision: Decision, id: OutcomeId) => boolean,
): readonly OutcomeId[] {
  const ways = completions(possibleValues(facts));
  const decisions = factDomains[check]
    .map((value) => ways.filter((way) => way[check] === value).map(decide))
    .filter((ofValue) => ofValue.length > 0);
  return outcomesInOrder.filter((id) => {
    const allowed = decisions.map((ofValue) => ofValue.some((decision) => allows(decision, id)));
    return allowed.includes(true) && allowed.includes(false);
  });
}
