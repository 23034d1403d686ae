import { type MailKind, type MailLog, mailsOf } from './answers';
import { cautionsFor } from './cautions';
import { type Check, type CheckId, type FactValue, checks } from './checks';
import type { Answer, Conclusion, Diagnosis, Edition, Ground, TraceStep } from './diagnosis';
import {
  isByHand,
  type AccountFacts,
  type CompleteFacts,
  type Facts,
  isLeftOut,
  type Evidence,
  type Lookup,
  accountAnswerOf,
  factsFromEvidence,
  usedAccountOf,
} from './evidence';
import {
  type Decision,
  type OutcomeId,
  type RuleTable,
  applies,
  decide,
  outcomesOf,
} from './rules';
import {
  verdictOf,
  type PossibleValues,
  answersLeft,
  combinations,
  completions,
  everyValue,
  possibleValues,
  type Verdict,
  subsetsSmallestFirst,
} from './verdict';

/** What a diagnosis rests on beside the evidence. */
export interface Moment {
  readonly edition: Edition;
  readonly now: number;
  /** When the customer last wrote, epoch ms; `undefined`: not known, as of a ticket that is being written now. */
  readonly customerWroteAt: number | undefined;
}

export function diagnose(evidence: Evidence, { edition, now, customerWroteAt }: Moment): Diagnosis {
  const facts = factsFromEvidence(evidence);
  const verdict = verdictOf(edition, facts);
  const trace = traceOf(edition, evidence, facts, verdict);
  return {
    edition,
    verdict,
    facts,
    trace,
    byHand: trace
      .filter(({ fact, conclusion }) => isByHand(fact) && conclusion.kind !== 'not-needed')
      .map(({ check }) => check),
    cautions: cautionsFor(edition.cautions, {
      evidence,
      facts,
      verdict,
      customerWroteAt: customerWroteAt ?? now,
    }),
    evidence,
  };
}

/** How it was decided, one step per check in the page's order. */
function traceOf(
  table: RuleTable,
  evidence: Evidence,
  facts: Facts,
  verdict: Verdict,
): readonly TraceStep[] {
  return table.checks.map((check) => {
    const { source } = checks[check];
    const lookup: Lookup<unknown> = evidence[source];
    const fact = facts[check];
    return {
      check,
      source,
      askedAt: 'askedAt' in lookup ? lookup.askedAt : undefined,
      // A failure is an answer too: it came, and when is worth knowing.
      answeredAt: fact.known ? fact.at : 'at' in lookup ? lookup.at : undefined,
      fact,
      answersLeft: answersLeft(check, facts),
      ground: groundOf(check, facts, evidence),
      conclusion: conclusionOf(table, check, facts, verdict),
    };
  });
}

/** Nobody has answered it, nobody waits for it, and no answer to it would say anything: nothing to show. */
export const isIdle = ({ check, fact, conclusion }: TraceStep): boolean =>
  isLeftOut(check, fact) && conclusion.kind === 'not-needed';

/** What a check's answer rests on, or what it was left open by: never more than was received. */
function groundOf(check: CheckId, facts: Facts, evidence: Evidence): Ground | undefined {
  const fact = facts[check];
  const answer = accountAnswerOf(evidence);
  const one: Check = checks[check];
  if (one.source !== 'customersdot') {
    // Beside an answer by hand, which may contradict it.
    const mails = mailsIn(evidence[one.source], one.mails, fact.known && !isByHand(fact));
    if (mails || !isByHand(fact)) return mails;
  }
  if (fact.known && fact.by === 'hand') {
    const differ = answer && fact.insteadOf.kind === 'ambiguous';
    return { kind: 'by-hand', at: fact.at, ...(differ && { answer }) };
  }
  const used = usedAccountOf(evidence);
  return answer && { kind: 'account', answer, ...(used && { used }) };
}

/** A log without such mails grounds "none found" only where it was read to its end. */
function mailsIn(lookup: Lookup<MailLog>, kind: MailKind, known: boolean): Ground | undefined {
  if (lookup.state !== 'answered') return undefined;
  const log = lookup.value;
  const mails = mailsOf(log, kind);
  return known && mails.length === 0 ? { kind: 'none-found', log } : { kind: 'mails', log, mails };
}

/** What one check did to the verdict, found by asking what would be possible without it. */
export function conclusionOf(
  table: RuleTable,
  check: CheckId,
  facts: Facts,
  verdict: Verdict,
): Conclusion {
  const fact = facts[check];
  const conclusion = fact.known
    ? ofKnown(table, check, fact.value, facts, verdict)
    : ofUnknown(table, check, facts);
  return conclusion ?? { kind: 'not-needed', because: whySkipped(table, check, facts) };
}

function ofKnown(
  table: RuleTable,
  check: CheckId,
  value: FactValue,
  facts: Facts,
  verdict: Verdict,
): Conclusion | undefined {
  const needingIt = outcomesThatNeed(table, check, value);
  if (verdict.kind === 'settled' && needingIt.includes(verdict.outcome)) {
    return { kind: 'decided', outcome: verdict.outcome };
  }
  const also = verdict.kind === 'settled' ? verdict.alsoApplies : verdict.certain;
  const added = needingIt.find((outcome) => also.includes(outcome));
  if (added) return { kind: 'also', outcome: added };

  const still = applicable(table, completions(possibleValues(table.checks, facts)));
  const pointsTo = needingIt.filter((outcome) => still.includes(outcome));
  if (pointsTo.length > 0) return { kind: 'points-to', outcomes: pointsTo };

  const without = applicable(table, completionsWithout(table, check, facts));
  const ruledOut = without.filter((outcome) => !still.includes(outcome));
  return ruledOut.length > 0 ? { kind: 'ruled-out', outcomes: ruledOut } : undefined;
}

function ofUnknown(table: RuleTable, check: CheckId, facts: Facts): Conclusion | undefined {
  // Nothing waits for an optional check: an answer would only add to what was found.
  if (isLeftOut(check, facts[check])) {
    const found = applicable(table, completions(possibleValues(table.checks, facts)));
    return mayAdd(table, check, facts, found);
  }
  const couldBe = hangingOn(table, check, facts, ({ outcome }, id) => outcome === id);
  return couldBe.length > 0 ? { kind: 'missing', couldBe } : mayAdd(table, check, facts);
}

function mayAdd(
  table: RuleTable,
  check: CheckId,
  facts: Facts,
  found: readonly OutcomeId[] = [],
): Conclusion | undefined {
  const outcomes = hangingOn(table, check, facts, applies).filter(
    (outcome) => outcome !== table.otherwise.outcome && !found.includes(outcome),
  );
  return outcomes.length > 0 ? { kind: 'may-add', outcomes } : undefined;
}

function outcomesThatNeed(
  { rules }: RuleTable,
  check: CheckId,
  value: FactValue,
): readonly OutcomeId[] {
  return rules.filter(({ when }) => when[check] === value).map(({ outcome }) => outcome);
}

function applicable(table: RuleTable, ways: readonly CompleteFacts[]): readonly OutcomeId[] {
  const decisions = ways.map((way) => decide(table, way));
  return outcomesOf(table).filter((id) => decisions.some((decision) => applies(decision, id)));
}

/** As if nobody had answered it. An account that was found is not to be inferred again from its own fields. */
function completionsWithout(
  table: RuleTable,
  check: CheckId,
  facts: Facts,
): readonly CompleteFacts[] {
  const { accounts, ...possible } = possibleValues(table.checks, facts);
  const values = {
    ...possible,
    [check]: everyValue(check),
    ...(accounts ? { accounts: isByHand(facts[check]) ? accounts : without(check, accounts) } : {}),
  };
  return check === 'account' ? combinations(values) : completions(values);
}

/** The accounts without what their rows state of this check, which would be read off them again. */
function without(check: CheckId, accounts: readonly AccountFacts[]): readonly AccountFacts[] {
  return accounts.map((one) => ({ ...one, [check]: checks[check].domain }));
}

/** The outcomes that some answers to this check allow and others do not. */
function hangingOn(
  table: RuleTable,
  check: CheckId,
  facts: Facts,
  allows: (decision: Decision, id: OutcomeId) => boolean,
): readonly OutcomeId[] {
  const possible = possibleValues(table.checks, facts);
  const left = isLeftOut(check, facts[check]) ? answersLeft(check, facts) : possible[check];
  const ways = completions({ ...possible, [check]: left });
  const decisions = checks[check].domain
    .map((value) => ways.filter((way) => way[check] === value).map((way) => decide(table, way)))
    .filter((ofValue) => ofValue.length > 0);
  return outcomesOf(table).filter((id) => {
    const allowed = decisions.map((ofValue) => ofValue.some((decision) => allows(decision, id)));
    return allowed.includes(true) && allowed.includes(false);
  });
}

/** Why a check was skipped: the fewest answers with which it makes no difference what this one says. */
export function whySkipped(table: RuleTable, check: CheckId, facts: Facts): readonly Answer[] {
  const possible = possibleValues(table.checks, facts);
  // A check of which nothing is known adds nothing, so it is in no smallest set.
  const answers = table.checks.flatMap((other) => {
    const values = (possible[other] ?? []).filter((value) => value !== undefined);
    return other === check || isLeftOut(other, facts[other])
      ? []
      : [{ check: other, values, byHand: isByHand(facts[other]) }];
  });
  const knowing = (few: readonly Answer[]) => knowingOnly(table, check, few, facts);
  if (isAllTheSame(table, check, knowing([]))) return unasked(table, check, facts);
  // An empty set would be no reason: where the rows of the accounts decide alone, it is that they were found.
  const sets = subsetsSmallestFirst(answers).filter(({ length }) => length > 0);
  const byThemselves = sets.find((few) => isAllTheSame(table, check, knowing(few)));
  const { accounts } = facts;
  if (byThemselves || !accounts) return byThemselves ?? [];

  const withAccounts = (few: readonly Answer[]) => ({ ...knowing(few), accounts });
  return (
    sets.find((few) => isOneLeft(check, withAccounts(few))) ??
    sets.find((few) => isAllTheSame(table, check, withAccounts(few))) ??
    []
  );
}

/** While nobody answers these, no rule is looked at that needs this check as well. */
function unasked({ checks: asked, rules }: RuleTable, check: CheckId, facts: Facts) {
  const needed = rules.map(({ when }) => when).filter((when) => when[check] !== undefined);
  return asked
    .filter((other) => isLeftOut(other, facts[other]) && needed.some((when) => when[other]))
    .map((other): Answer => ({ check: other, values: [], byHand: false }));
}

/** As if only these answers were known. An optional check that was left out has none, unless it is the one in question. */
function knowingOnly(
  table: RuleTable,
  inQuestion: CheckId,
  answers: readonly Answer[],
  facts: Facts,
): PossibleValues {
  const known = new Map(answers.map(({ check, values }) => [check, values]));
  const valuesOf = (check: CheckId) =>
    known.get(check) ??
    (check !== inQuestion && isLeftOut(check, facts[check]) ? [undefined] : everyValue(check));
  return Object.fromEntries(table.checks.map((check) => [check, valuesOf(check)]));
}

function isOneLeft(check: CheckId, values: PossibleValues): boolean {
  return new Set(completions(values).map((way) => way[check])).size === 1;
}

/** Ways that differ in nothing but this check are decided alike. */
function isAllTheSame(table: RuleTable, check: CheckId, values: PossibleValues): boolean {
  const others = table.checks.filter((other) => other !== check);
  const decisionOf = new Map<string, string>();
  return completions(values).every((way) => {
    const key = others.map((other) => way[other]).join();
    const { outcome, alsoApplies } = decide(table, way);
    const decision = [outcome, ...alsoApplies].join();
    const before = decisionOf.get(key) ?? decision;
    decisionOf.set(key, decision);
    return before === decision;
  });
}
