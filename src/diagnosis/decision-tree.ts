import { type CheckId, type FactValue, checks } from './checks';
import { type CompleteFacts, type Facts, checkIds, isLeftOut, isOptional } from './evidence';
import { type OutcomeId, type RuleTable, applies, decide, outcomesOf } from './rules';
import { type PossibleValues, answersLeft, completions, possibleValues } from './verdict';

export type Tree = Question | { readonly kind: 'outcome'; readonly outcome: OutcomeId };

export interface Question {
  readonly kind: 'question';
  readonly check: CheckId;
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly value: FactValue;
  /** The check is optional: without an answer to it the way goes on here as well. */
  readonly orNotAsked: boolean;
  readonly to: Tree;
}

/** The rule table as questions: each rule in turn asks what it needs and no rule before it has asked. */
export function treeOfRules(table: RuleTable, known: CompleteFacts = {}): Tree {
  for (const { outcome, when } of table.rules) {
    if (contradicted(when, known)) continue;
    const check = unasked(table, when, known);
    return check ? questionOf(table, check, known) : { kind: 'outcome', outcome };
  }
  return { kind: 'outcome', outcome: table.otherwise.outcome };
}

function questionOf(table: RuleTable, check: CheckId, known: CompleteFacts): Question {
  const outcomes = outcomesOf(table);
  const branches = checks[check].domain
    .map((value) => ({
      value,
      orNotAsked: isOptional(check) && isNeutral(table, check, value),
      to: treeOfRules(table, { ...known, [check]: value }),
    }))
    .toSorted((one, other) => reach(one.to, outcomes) - reach(other.to, outcomes));
  return { kind: 'question', check, branches };
}

/** No rule speaks of this answer: an optional check that nobody answered leads the same way. */
function isNeutral({ rules }: RuleTable, check: CheckId, value: FactValue | undefined): boolean {
  return rules.every(({ when }) => when[check] !== value);
}

function contradicted(when: CompleteFacts, known: CompleteFacts): boolean {
  return checkIds.some(
    (check) =>
      when[check] !== undefined && known[check] !== undefined && when[check] !== known[check],
  );
}

function unasked(
  { checks: asked }: RuleTable,
  when: CompleteFacts,
  known: CompleteFacts,
): CheckId | undefined {
  return asked.find((check) => when[check] !== undefined && known[check] === undefined);
}

/** The first outcome that a branch can still lead to: answers that end early come first. */
function reach(tree: Tree, outcomes: readonly OutcomeId[]): number {
  return tree.kind === 'outcome'
    ? outcomes.indexOf(tree.outcome)
    : tree.branches.reduce((first, { to }) => Math.min(first, reach(to, outcomes)), Infinity);
}

/**
 * `taken`, `open`: all or some of the ways in which the unknown can still turn out lead through here. Beside them, `also`:
 * it applies whatever comes first, and `open`: it may. `not-taken`: ruled out, whoever still answers what.
 */
export type PathState = 'taken' | 'also' | 'open' | 'not-taken';

/** The state of a point in the tree, which is named by the answers that lead there, and of the last of these answers. */
export interface States {
  readonly of: (tree: Tree, path: CompleteFacts) => PathState;
  readonly ofAnswer: (question: CheckId, branch: Branch, path: CompleteFacts) => PathState;
}

export function statesOf(table: RuleTable, facts: Facts): States {
  const values = possibleValues(table.checks, facts);
  const ways = completions(values);
  const decisions = ways.map((way) => decide(table, way));
  const ifAsked = completions({ ...values, ...valuesOfLeftOut(table, facts) });
  const couldApply = new Set(
    ifAsked
      .map((way) => decide(table, way))
      .flatMap(({ outcome, alsoApplies }) => [outcome, ...alsoApplies]),
  );

  function of(tree: Tree, path: CompleteFacts): PathState {
    return reached(path) ?? (tree.kind === 'outcome' ? applying(tree.outcome) : below(tree, path));
  }

  function ofAnswer(check: CheckId, { value, to }: Branch, path: CompleteFacts): PathState {
    const way = { ...path, [check]: value };
    return reached(way) ?? first([given({ [check]: value }), of(to, way)], weakestFirst);
  }

  function reached(path: CompleteFacts): PathState | undefined {
    const through = ways.filter((way) => leadsThrough(table, way, path));
    if (through.length === 0) return undefined;
    return through.length === ways.length ? 'taken' : 'open';
  }

  function applying(outcome: OutcomeId): PathState {
    if (decisions.every((decision) => applies(decision, outcome))) return 'also';
    return couldApply.has(outcome) ? 'open' : 'not-taken';
  }

  function below({ check, branches }: Question, path: CompleteFacts): PathState {
    const states = branches.map((branch) => ofAnswer(check, branch, path));
    return first(states, weakestFirst.toReversed());
  }

  function given(answer: CompleteFacts): PathState {
    if (ways.every((way) => leadsThrough(table, way, answer))) return 'also';
    return ifAsked.some((way) => leadsThrough(table, way, answer)) ? 'open' : 'not-taken';
  }

  return { of, ofAnswer };
}

/** From what is ruled out to what is certain, which is also the order to draw them in. */
export const weakestFirst: readonly PathState[] = ['not-taken', 'open', 'also', 'taken'];

function first(states: readonly PathState[], order: readonly PathState[]): PathState {
  return order.find((state) => states.includes(state)) ?? 'not-taken';
}

/** Nobody waits for an optional check, and yet somebody may still answer it. */
function valuesOfLeftOut({ checks: asked }: RuleTable, facts: Facts): PossibleValues {
  const leftOut = asked.filter((check) => isLeftOut(check, facts[check]));
  return Object.fromEntries(
    leftOut.map((check) => [check, [...answersLeft(check, facts), undefined]]),
  );
}

function leadsThrough(table: RuleTable, way: CompleteFacts, path: CompleteFacts): boolean {
  return table.checks.every((check) => {
    const { [check]: answer } = way;
    if (path[check] === undefined || path[check] === answer) return true;
    return answer === undefined && isNeutral(table, check, path[check]);
  });
}
