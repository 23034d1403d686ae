import { combinations, completions, possibleValues } from './completions';
import type { Conclusion, Verdict } from './diagnosis';
import { factDomains, type CheckId, type CompleteFacts, type Facts } from './facts';
import type { OutcomeId } from './outcome';
import { applies, decide, outcomesInOrder, rules } from './rules';

/** What one check did to the verdict, found by asking what would be possible without it. */
export function concludes(check: CheckId, facts: Facts, verdict: Verdict): Conclusion {
  if (!facts[check].known) return ofUnknown(check, facts, verdict);

  if (verdict.kind === 'settled' && restsOn(verdict.outcome, check)) {
    return { kind: 'decided', outcome: verdict.outcome };
  }
  const also = (verdict.kind === 'settled' ? verdict.alsoApplies : verdict.certain).find(
    (outcome) => restsOn(outcome, check),
  );
  if (also) return { kind: 'also', outcome: also };

  const outcomes = ruledOutBy(check, facts);
  return outcomes.length > 0 ? { kind: 'ruled-out', outcomes } : { kind: 'not-needed' };
}

function restsOn(outcome: OutcomeId, check: CheckId): boolean {
  return rules.some(
    (rule) =>
      rule.outcome === outcome && rule.when !== 'otherwise' && rule.when[check] !== undefined,
  );
}

function ruledOutBy(check: CheckId, facts: Facts): readonly OutcomeId[] {
  const still = applicable(completions(possibleValues(facts)));
  return applicable(completionsWithout(check, facts)).filter((id) => !still.includes(id));
}

/** As if nobody had answered it. An account that was found is not to be inferred again from its own fields. */
function completionsWithout(check: CheckId, facts: Facts): readonly CompleteFacts[] {
  const values = { ...possibleValues(facts), [check]: factDomains[check] };
  return check === 'account' ? combinations(values) : completions(values);
}

function applicable(ways: readonly CompleteFacts[]): readonly OutcomeId[] {
  const decisions = ways.map(decide);
  return outcomesInOrder.filter((id) => decisions.some((decision) => applies(decision, id)));
}

function ofUnknown(check: CheckId, facts: Facts, verdict: Verdict): Conclusion {
  if (verdict.kind === 'settled') return { kind: 'not-needed' };
  const couldBe = hangingOn(check, facts);
  return couldBe.length > 0 ? { kind: 'missing', couldBe } : { kind: 'not-needed' };
}

/** The outcomes that some answers to this check leave possible as the verdict and others do not. */
function hangingOn(check: CheckId, facts: Facts): readonly OutcomeId[] {
  const ways = completions(possibleValues(facts));
  const verdicts = factDomains[check]
    .map((value) => ways.filter((way) => way[check] === value).map((way) => decide(way).outcome))
    .filter((outcomes) => outcomes.length > 0);
  return outcomesInOrder.filter(
    (id) =>
      verdicts.some((outcomes) => outcomes.includes(id)) &&
      !verdicts.every((outcomes) => outcomes.includes(id)),
  );
}
