import {
  type PossibleValues,
  answersLeft,
  combinations,
  completions,
  possibleValues,
} from './completions';
import type { Answer, Conclusion, Ground, TraceStep, Verdict } from './diagnosis';
import type { MailLog } from './answers';
import type { Evidence, Lookup } from './evidence';
import {
  type AccountFacts,
  type CheckId,
  type CompleteFacts,
  type FactValue,
  type Facts,
  checkIds,
  factDomains,
  isByHand,
} from './facts';
import { mailsOf } from './mail-log';
import { type Decision, type OutcomeId, applies, decide, outcomesInOrder, rules } from './rules';
import { subsetsSmallestFirst } from './verdict';

/** How it was decided, one step per check in the page's order. */
export function traceOf(evidence: Evidence, facts: Facts, verdict: Verdict): readonly TraceStep[] {
  return checkIds.map((check) => {
    const { source, lookup } = askedOf(check, evidence);
    const fact = facts[check];
    return {
      check,
      source,
      askedAt: 'askedAt' in lookup ? lookup.askedAt : undefined,
      answeredAt: fact.known ? fact.at : cameAt(lookup),
      fact,
      answersLeft: answersLeft(check, facts),
      ground: groundOf(check, facts, evidence),
      conclusion: concludes(check, facts, verdict),
    };
  });
}

function askedOf(
  check: CheckId,
  { customersdot: account, portal_log, gitlab_log }: Evidence,
): { readonly source: TraceStep['source']; readonly lookup: Lookup<unknown> } {
  switch (check) {
    case 'account':
    case 'login':
    case 'confirmed':
      return { source: 'customersdot', lookup: account };
    case 'portal_reset':
      return { source: 'portal_log', lookup: portal_log };
    case 'gitlab_reset':
      return { source: 'gitlab_log', lookup: gitlab_log };
  }
}

/** A failure is an answer too: it came, and when is worth knowing. */
function cameAt(lookup: Lookup<unknown>): number | undefined {
  return 'at' in lookup ? lookup.at : undefined;
}

/** What a check's answer rests on, or what it was left open by: never more than was received. */
function groundOf(check: CheckId, facts: Facts, evidence: Evidence): Ground | undefined {
  const fact = facts[check];
  if (fact.known && fact.by === 'hand') return { kind: 'by-hand', at: fact.at };
  switch (check) {
    case 'account':
    case 'login':
    case 'confirmed':
      return evidence.customersdot.state === 'answered'
        ? { kind: 'account', answer: evidence.customersdot.value }
        : undefined;
    case 'portal_reset':
      return resetsIn(evidence.portal_log, fact.known);
    case 'gitlab_reset':
      return resetsIn(evidence.gitlab_log, fact.known);
  }
}

/** A log without resets grounds "none found" only where it was read to its end. */
function resetsIn(lookup: Lookup<MailLog>, known: boolean): Ground | undefined {
  if (lookup.state !== 'answered') return undefined;
  const log = lookup.value;
  const mails = mailsOf(log, 'reset');
  return known && mails.length === 0 ? { kind: 'none-found', log } : { kind: 'mails', log, mails };
}

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

/** The fewest answers that make this check's own all the same, or of several accounts leave only one. */
export function whyNotNeeded(check: CheckId, facts: Facts): readonly Answer[] {
  const possible = possibleValues(facts);
  const answers = checkIds
    .filter((other) => other !== check)
    .map((other) => ({ check: other, values: possible[other], byHand: isByHand(facts[other]) }));
  // What is not known at all is in no smallest set: it adds nothing. Nothing needs no answer at all for a reason:
  // where the accounts alone are one, it is that they were found.
  const sets = subsetsSmallestFirst(answers).filter(({ length }) => length > 0);
  const byThemselves = sets.find((few) => isAllTheSame(check, knowingOnly(few)));
  const { accounts } = facts;
  if (byThemselves || !accounts) return byThemselves ?? [];

  const withAccounts = (few: readonly Answer[]) => ({
    ...knowingOnly(few),
    accounts,
  });
  return (
    sets.find((few) => isOneLeft(check, withAccounts(few))) ??
    sets.find((few) => isAllTheSame(check, withAccounts(few))) ??
    []
  );
}

function knowingOnly(answers: readonly Answer[]): PossibleValues {
  return answers.reduce<PossibleValues>(
    (possible, { check, values }) => ({ ...possible, [check]: values }),
    factDomains,
  );
}

function isOneLeft(check: CheckId, values: PossibleValues): boolean {
  return new Set(completions(values).map((way) => way[check])).size === 1;
}

/** Ways that differ in nothing but this check are decided alike. */
function isAllTheSame(check: CheckId, values: PossibleValues): boolean {
  const ways = completions(values).map((way) => ({
    others: JSON.stringify({ ...way, [check]: undefined }),
    decision: JSON.stringify(decide(way)),
  }));
  const decisionOf = new Map(ways.map(({ others, decision }) => [others, decision]));
  return ways.every(({ others, decision }) => decisionOf.get(others) === decision);
}
