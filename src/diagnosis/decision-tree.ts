import { type CheckId, type FactValue, checks } from './checks';
import { type CompleteFacts, type Facts, checkIds, isOptional } from './evidence';
import { type OutcomeId, type RuleTable, outcomesOf } from './rules';
import { completions, possibleValues } from './verdict';

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

/** `open`: some of the ways in which the unknown can still turn out lead through here. */
export type PathState = 'taken' | 'open' | 'not-taken';

/** The state of a point in the tree, which is named by the answers that lead there. */
export type StateAt = (path: CompleteFacts) => PathState;

export function statesOf(table: RuleTable, facts: Facts): StateAt {
  const ways = completions(possibleValues(table.checks, facts));
  return (path) => {
    const through = ways.filter((way) => leadsThrough(table, way, path));
    if (through.length === 0) return 'not-taken';
    return through.length === ways.length ? 'taken' : 'open';
  };
}

function leadsThrough(table: RuleTable, way: CompleteFacts, path: CompleteFacts): boolean {
  return table.checks.every((check) => {
    const { [check]: answer } = way;
    if (path[check] === undefined || path[check] === answer) return true;
    return answer === undefined && isNeutral(table, check, path[check]);
  });
}
